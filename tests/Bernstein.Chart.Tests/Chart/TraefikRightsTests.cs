namespace Bernstein.Chart.Tests.Chart;

/// <summary>What Traefik may read of the Kubernetes API, by its version and by traefik.clusterWide.</summary>
public sealed class TraefikRightsTests
{
    /// <summary>Each role with what it reads; the namespaces that Traefik is told to read.</summary>
    [TestCase(
        "traefik: {image: 'traefik:1.7'}",
        "ClusterRole: services endpoints secrets ingresses",
        TestName = "the letter: every namespace, as the specification asks"
    )]
    [TestCase(
        "traefik: {image: 'traefik:v2.11'}",
        "ClusterRole: services endpoints secrets ingresses ingressclasses",
        TestName = "version 2 reads classes too"
    )]
    [TestCase(
        "traefik: {image: 'traefik:v3.6'}",
        "ClusterRole: services endpoints secrets ingresses endpointslices ingressclasses nodes",
        TestName = "version 3 reads the nodes and slices too"
    )]
    [TestCase(
        "traefik: {image: 'traefik:1.7', clusterWide: false}",
        "Role of default: services endpoints ingresses|--kubernetes.namespaces=default",
        TestName = "version 1 does without Secrets"
    )]
    [TestCase(
        "{namespace: votes, traefik: {image: 'traefik:v2.11', clusterWide: false}}",
        "ClusterRole: ingressclasses|Role of votes: services endpoints secrets ingresses|--providers.kubernetesingress.namespaces=votes",
        TestName = "version 2 waits for the Secrets of the namespaces that it reads"
    )]
    [TestCase(
        "traefik: {image: 'traefik:v3.6', clusterWide: false}",
        "ClusterRole: ingressclasses nodes|Role of default: services endpoints secrets ingresses endpointslices|--providers.kubernetesingress.namespaces=default",
        TestName = "version 3 reads of the whole cluster what has no namespace"
    )]
    [TestCase(
        "traefik: {clusterWide: false, service: {type: LoadBalancer}}",
        "Role of default: services endpoints ingresses ingresses/status|Role of kube-public: services endpoints ingresses ingresses/status|--kubernetes.namespaces=default,kube-public",
        TestName = "behind a load balancer it reads its own Service too"
    )]
    [TestCase(
        "traefik: {clusterWide: false, namespace: default, service: {type: LoadBalancer}}",
        "Role of default: services endpoints ingresses ingresses/status|--kubernetes.namespaces=default",
        TestName = "which may be in the same namespace"
    )]
    public void Traefik_reads_what_its_version_needs(string values, string expected)
    {
        var manifests = BernsteinChart.Manifests(new ChartOptions { Values = values });
        var roles = Rights(manifests).Where(found => found.Kind is "ClusterRole" or "Role").ToArray();
        string.Join(
                '|',
                roles
                    .Select(role => $"{Place(role)}: {string.Join(' ', Resources(role))}")
                    .Concat(Arguments(manifests).Where(argument => argument.Contains("namespaces", StringComparison.Ordinal)))
            )
            .ShouldBe(expected);
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
