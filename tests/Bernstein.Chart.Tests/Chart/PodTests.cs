namespace Bernstein.Chart.Tests.Chart;

/// <summary>What every pod has in common, under every profile.</summary>
[TestFixtureSource(typeof(Profile), nameof(Profile.All))]
public sealed class PodTests(Profile profile)
{
    private Workload[] Workloads => BernsteinChart.Workloads(profile.Options);

    [Test]
    public void No_pod_is_told_of_Services_by_variables() =>
        Workloads
            .Where(workload => workload.Pod["enableServiceLinks"].Text != "false")
            .Select(workload => workload.Manifest.ToString())
            .ShouldBeEmpty();

    [Test]
    public void Only_Traefik_mounts_a_token() =>
        Workloads
            .Where(workload => workload.Pod["automountServiceAccountToken"].Text != "false")
            .Select(workload => workload.Manifest.ToString())
            .ShouldBe(["Deployment traefik"]);

    // kubectl only warns; Helm 4, which applies at the server's side, is refused.
    [Test]
    public void No_container_is_told_a_variable_twice()
    {
        var names = Workloads
            .SelectMany(
                workload => workload.Containers.Concat(workload.Pod["initContainers"].Items),
                (workload, container) =>
                    $"{workload.Manifest} {container["name"].Text}: {string.Join(", ", container["env"].Items.GroupBy(variable => variable["name"].Text).Where(same => same.Count() > 1).Select(same => same.Key))}"
            )
            .ToArray();
        names.ShouldContain(name => name.StartsWith("Pod "));
        names.Where(name => !name.EndsWith(": ")).ShouldBeEmpty();
    }

    [Test]
    public void Every_port_says_its_protocol()
    {
        var ports = Workloads
            .SelectMany(workload => workload.Containers)
            .SelectMany(container => container["ports"].Items)
            .Concat(BernsteinChart.Manifests(profile.Options).OfKind("Service").SelectMany(service => service.Root.At("spec.ports").Items))
            .ToArray();
        ports.Length.ShouldBeGreaterThan(6);
        ports.Where(port => port["protocol"].Text != "TCP").Select(port => port.Location.ToString()).ShouldBeEmpty();
    }
}
