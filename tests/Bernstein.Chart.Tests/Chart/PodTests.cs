namespace Bernstein.Chart.Tests.Chart;

/// <summary>What every pod has in common, under every profile.</summary>
[TestFixtureSource(typeof(Profile), nameof(Profile.All))]
public sealed class PodTests(Profile profile)
{
    private ManifestFolder Manifests => BernsteinChart.Manifests(profile.Options);

    [Test]
    public void No_pod_is_told_of_Services_by_variables() =>
        Manifests.Workloads().Where(workload => workload.Pod["enableServiceLinks"].Text != "false").ShouldBeEmpty();

    [Test]
    public void Only_Traefik_mounts_a_token() =>
        Manifests
            .Workloads()
            .Where(workload => workload.Pod["automountServiceAccountToken"].Text != "false")
            .Select(workload => $"{workload.Manifest}")
            .ShouldBe(["Deployment traefik"]);

    // kubectl only warns; Helm 4, which applies at the server's side, is refused.
    [Test]
    public void No_container_is_told_a_variable_twice() =>
        Manifests
            .Workloads()
            .SelectMany(workload => workload.Containers)
            .SelectMany(container => container["env"].Items.CountBy(variable => (container, variable["name"].Text)))
            .Where(variable => variable.Value > 1)
            .ShouldBeEmpty();

    [Test]
    public void Every_port_says_its_protocol()
    {
        var ports = Manifests
            .Workloads()
            .SelectMany(workload => workload.Containers)
            .SelectMany(container => container["ports"].Items)
            .Concat(Manifests.OfKind("Service").SelectMany(service => service.Root.At("spec.ports").Items))
            .ToArray();
        ports.Length.ShouldBeGreaterThan(6);
        ports.Where(port => port["protocol"].Text != "TCP").Select(port => port.Location).ShouldBeEmpty();
    }
}
