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

    private static IEnumerable<KubernetesObject> Rights(ManifestFolder manifests) =>
        manifests.In("traefik.rbac.yaml").Concat(manifests.In("pages.rbac.yaml"));

    private static string Place(KubernetesObject role) => role.Kind == "Role" ? $"Role of {role.Namespace}" : role.Kind;

    // What it may do besides reading stands before what it may do it with.
    private static IEnumerable<string> Resources(KubernetesObject role) =>
        from rule in role.Root["rules"].Items
        let changes = rule["verbs"].Texts().Except(["get", "list", "watch"])
        from resource in rule["resources"].Texts()
        select string.Join(' ', changes.Append(resource));

    private static IEnumerable<string> Arguments(ManifestFolder manifests) =>
        manifests.In("traefik.deployment.yaml").Single().Root.At("spec.template.spec.containers[0].args").Items.Select(item => item.Text!);
}
