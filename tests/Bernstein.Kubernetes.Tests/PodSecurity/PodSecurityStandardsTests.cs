namespace Bernstein.Kubernetes.Tests.PodSecurity;

/// <summary>The Pod Security Standards change with the version of Kubernetes, and are what Kubernetes itself says.</summary>
public sealed class PodSecurityStandardsTests
{
    internal static IEnumerable<TestCaseData> Pods =>
        from told in WrittenCases.In("Bernstein.Kubernetes.Tests/PodSecurity/PodSecurityStandards.yaml", "spec", "levels")
        from level in told.Row["levels"].Entries
        let expected = Enum.Parse<PodSecurityLevel>(level.Value.Text!)
        select new TestCaseData(told.Row["spec"], level.Key, expected).SetArgDisplayNames($"{told.Told} in {level.Key}");

    [TestCaseSource(nameof(Pods))]
    public void A_pod_meets_a_level_in_a_version(Node spec, string version, PodSecurityLevel expected) =>
        PodSecurityStandards
            .LevelOf(Pod($"{{kind: Pod, metadata: {{name: a}}, spec: {YamlWriter.Flow(spec)}}}"), Version.Parse(version))
            .ShouldBe(expected);

    /// <summary>
    /// The fixtures of Kubernetes' own admission: clone github.com/kubernetes/pod-security-admission and name its test/testdata in
    /// BERNSTEIN_POD_SECURITY_FIXTURES.
    /// </summary>
    [Test]
    public void The_standards_say_of_the_fixtures_of_kubernetes_what_kubernetes_says()
    {
        if (Environment.GetEnvironmentVariable("BERNSTEIN_POD_SECURITY_FIXTURES") is not { Length: > 0 } folder)
        {
            Assert.Ignore("BERNSTEIN_POD_SECURITY_FIXTURES names no folder");
            return;
        }

        var fixtures = (
            from path in Directory.EnumerateFiles(folder, "*.yaml", SearchOption.AllDirectories)
            let steps = Path.GetRelativePath(folder, path).Split(Path.DirectorySeparatorChar)
            where steps.Length == 4
            let level = Enum.Parse<PodSecurityLevel>(steps[0], ignoreCase: true)
            let version = Version.Parse(steps[1].TrimStart('v'))
            let findings = PodSecurityStandards.Findings(Pod(File.ReadAllText(path)), level, version).ToArray()
            select (Name: string.Join('/', steps), IsRight: findings.Length == 0 == (steps[2] == "pass"), Findings: findings)
        ).ToArray();

        TestContext.Error.WriteLine(
            $"Pod security: {fixtures.Count(fixture => fixture.IsRight)} of {fixtures.Length} fixtures as Kubernetes says"
        );
        fixtures.Length.ShouldBeGreaterThan(1000);
        fixtures
            .Where(fixture => !fixture.IsRight)
            .Select(fixture => $"{fixture.Name}: {string.Join("; ", fixture.Findings.Select(finding => finding.Message))}")
            .ShouldBeEmpty();
    }

    private static Workload Pod(string text) => new(FlatFiles.Parse("postgres.deployment.yaml", text).Objects.Single());
}
