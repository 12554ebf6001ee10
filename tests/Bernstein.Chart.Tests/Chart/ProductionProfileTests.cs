namespace Bernstein.Chart.Tests.Chart;

/// <summary>Every profile is held to the requirements of production, and what it does not meet is on a list with its reason.</summary>
public sealed class ProductionProfileTests
{
    /// <summary>What a profile may leave: its name, the requirement and what is found, and why.</summary>
    private static readonly ReasonedCases Exceptions = new(
        Project.In("tests", "Bernstein.Chart.Tests", "Chart", "production-exceptions.txt")
    );

    public static IEnumerable<string> Profiles => Profile.All.Select(profile => profile.Name).Append("modern+production");

    [TestCaseSource(nameof(Profiles))]
    public void A_profile_leaves_of_production_what_is_on_the_list_alone(string profile) =>
        Exceptions.NotCovered(Found(profile)).ShouldBeEmpty("mend the profile, or give the reason in production-exceptions.txt");

    [Test]
    public void Every_exception_is_one_of_some_profile() => Exceptions.AssertEachCoversOneOf([.. Profiles.SelectMany(Found)]);

    [TestCase("modern+production")]
    public void Production_meets_every_requirement_of_production(string profile) =>
        Judge(profile)
            .Outcomes.Where(outcome => outcome.Verdict.Status != Status.Pass)
            .Select(outcome => $"{outcome.Requirement.Identifier} {outcome.Verdict.Status}")
            .ShouldBeEmpty();

    [TestCase("defaults", PodSecurityLevel.Baseline)]
    [TestCase("production", PodSecurityLevel.Restricted)]
    [TestCase("modern+production", PodSecurityLevel.Restricted)]
    public void Every_pod_but_cadvisor_keeps_a_level_of_the_pod_security_standards(string profile, PodSecurityLevel expected)
    {
        var levels = Pods(profile)
            .Select(workload => (Workload: $"{workload.Manifest}", Level: PodSecurityStandards.LevelOf(workload)))
            .ToArray();
        levels.Length.ShouldBeGreaterThan(7);
        levels.Where(found => found.Level < expected).ShouldBeEmpty();
    }

    /// <summary>A way that no policy allows is missed, and so is a policy: every one of them matters.</summary>
    [Test]
    public void Without_any_one_of_its_network_policies_production_is_not_met()
    {
        var manifests = Manifests("production");
        var policies = manifests.OfKind("NetworkPolicy").ToArray();
        policies.Length.ShouldBeGreaterThan(7);
        policies
            .Where(policy =>
                Without(policy).Outcomes.Single(outcome => outcome.Requirement.Identifier == "production.network-policy").Verdict.Status
                != Status.Fail
            )
            .Select(policy => policy.ToString())
            .ShouldBeEmpty();

        Assessment Without(KubernetesObject policy) =>
            Assessment.Of(
                new Submission(
                    new ManifestFolder(
                        "without",
                        [.. manifests.Files.Select(file => file with { Objects = [.. file.Objects.Where(found => found != policy)] })]
                    ),
                    new Version(1, 35)
                ),
                Catalogue.Production
            );
    }

    internal static Assessment Judge(string profile) =>
        Assessment.Of(new Submission(Manifests(profile), new Version(1, 35)), Catalogue.Production);

    /// <summary>Everything that makes pods, but cadvisor.</summary>
    internal static Workload[] Pods(string profile) =>
        [.. Manifests(profile).Workloads().Where(workload => workload.Manifest.Name != "cadvisor")];

    private static ManifestFolder Manifests(string profile) =>
        BernsteinChart.Manifests(
            new ChartOptions { Profile = profile == Profile.Defaults.Name ? null : profile, Values = BernsteinChart.FixedPassword }
        );

    private static string[] Found(string profile) =>
        [
            .. Judge(profile)
                .Failures.SelectMany(failure =>
                    failure.Verdict.Findings.Select(finding => $"{profile} {failure.Requirement.Identifier}: {finding.Message}")
                ),
        ];
}
