using Bernstein.Chart.Tests.Harness;
using NUnit.Framework;
using Shouldly;

namespace Bernstein.Chart.Tests.Chart;

/// <summary>What Helm says after an installation.</summary>
public sealed class NotesTests
{
    [TestCase("{}", true)]
    [TestCase("cadvisor: {image: 'docker.io/google/cadvisor:v0.33.0'}", true)]
    [TestCase("cadvisor: {image: 'ghcr.io/google/cadvisor:v0.53.0'}", false)]
    [TestCase("cadvisor: {enabled: false}", false)]
    public void A_cadvisor_that_may_not_start_and_tells_passwords_is_warned_of(string values, bool isWarned)
    {
        using var cluster = new StandInCluster("""{"apiVersion": "v1", "kind": "Namespace", "metadata": {"name": "default"}}""");
        var installed = cluster.Helm(["install", "bernstein", Project.Chart, .. new ChartOptions { Values = values }.Arguments]);
        installed.ExitCode.ShouldBe(0, installed.Error);
        installed.Output.Contains("ends at once on nodes with cgroup v2", StringComparison.Ordinal).ShouldBe(isWarned);
        installed.Output.Contains("the password of the database among them", StringComparison.Ordinal).ShouldBe(isWarned);
    }
}
