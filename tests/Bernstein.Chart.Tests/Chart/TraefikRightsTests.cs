namespace Bernstein.Chart.Tests.Chart;

/// <summary>What Traefik may read of the Kubernetes API, by its version and by traefik.clusterWide.</summary>
public sealed class TraefikRightsTests
{
    public static IEnumerable<TestCaseData> Cases => CaseFile.In("Bernstein.Chart.Tests", "Chart", "Rights");

    [TestCaseSource(nameof(Cases))]
    public void Traefik_reads_what_its_version_needs(Node rights)
    {
        var manifests = BernsteinChart.Manifests(rights["values"].Text!);
        var roles = Rights(manifests).Where(found => found.Kind is "ClusterRole" or "Role").ToArray();
        roles
            .Select(role => $"{Place(role)}: {string.Join(' ', Resources(role))}")
            .Concat(Arguments(manifests).Where(argument => argument.Contains("namespaces", StringComparison.Ordinal)))
            .ShouldBe(rights["rights"].Texts());
        // Each role is given to the account that the pods have, where it holds.
        roles
            .Select(role =>
                Rights(manifests).Single(found => found.Kind == $"{role.Kind}Binding" && found.Namespace == role.Namespace).Root
            )
            .ShouldAllBe(binding =>
                binding.At("subjects[0].name").Text == "traefik"
                && binding.At("subjects[0].namespace").Text == manifests.In("traefik.deployment.yaml").Single().Namespace
            );
    }

    [Test]
    public void It_changes_nothing_but_the_status_of_an_Ingress_behind_a_load_balancer() =>
        Rights(
                BernsteinChart.Manifests(
                    new ChartOptions { Values = "traefik: {image: 'traefik:v3.6', clusterWide: false, service: {type: LoadBalancer}}" }
                )
            )
            .SelectMany(found => found.Root["rules"].Items)
            .Where(rule => rule["verbs"].Items.Any(verb => verb.Text is not ("get" or "list" or "watch")))
            .Select(rule =>
                $"{string.Join(' ', rule["verbs"].Items.Select(verb => verb.Text))}: {string.Join(' ', rule["resources"].Items.Select(item => item.Text))}"
            )
            .Distinct()
            .ShouldBe(["update: ingresses/status"]);

    private static IEnumerable<KubernetesObject> Rights(ManifestFolder manifests) =>
        manifests.In("traefik.rbac.yaml").Concat(manifests.In("pages.rbac.yaml"));

    private static string Place(KubernetesObject role) => role.Kind == "Role" ? $"Role of {role.Namespace}" : role.Kind;

    private static IEnumerable<string?> Resources(KubernetesObject role) =>
        role.Root["rules"].Items.SelectMany(rule => rule["resources"].Items).Select(item => item.Text);

    private static IEnumerable<string> Arguments(ManifestFolder manifests) =>
        manifests.In("traefik.deployment.yaml").Single().Root.At("spec.template.spec.containers[0].args").Items.Select(item => item.Text!);
}
