using Bernstein.Chart.Tests.Harness;
using NUnit.Framework;
using Shouldly;

namespace Bernstein.Chart.Tests.Documents;

/// <summary>What the README says of profiles is so.</summary>
public sealed class ReadmeTests
{
    [TestCaseSource(typeof(Profile), nameof(Profile.Files))]
    public void A_profile_has_its_line_in_the_README(Profile profile) =>
        File.ReadLines(Project.In("README.md"))
            .ShouldContain(line =>
                System.Text.RegularExpressions.Regex.IsMatch(line, $@"^\| \[`{profile}`\]\(values/{profile}\.yaml\) \| .+ \| .+ \|$")
            );

    [TestCase("README.md")]
    [TestCase("docs/operations.md")]
    public void The_first_installation_ends_well_on_nodes_with_cgroup_v2(string document)
    {
        var command = File.ReadLines(Project.In(document)).First(line => line.Contains("helm install", StringComparison.Ordinal));
        var profiles = System.Text.RegularExpressions.Regex.Matches(command, @"values/(\S+)\.yaml").Select(match => match.Groups[1].Value);
        BernsteinChart
            .Manifests(new ChartOptions { Profile = string.Join('+', profiles) is { Length: > 0 } named ? named : null })
            .In("cadvisor.daemonset.yaml")
            .Single()
            .Root.At("spec.template.spec.containers[0].image")
            .Text.ShouldNotBeNull()
            .ShouldNotStartWith("google/cadvisor:");
    }
}
