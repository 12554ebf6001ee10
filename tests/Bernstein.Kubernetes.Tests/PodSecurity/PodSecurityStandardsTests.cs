namespace Bernstein.Kubernetes.Tests.PodSecurity;

/// <summary>The Pod Security Standards change with the version of Kubernetes, and are what Kubernetes itself says.</summary>
public sealed class PodSecurityStandardsTests
{
    private const string Restricted =
        "allowPrivilegeEscalation: false, runAsNonRoot: true, capabilities: {drop: [ALL]}, seccompProfile: {type: RuntimeDefault}";

    [TestCase("containers: [{name: a}]", "1.37", PodSecurityLevel.Baseline)]
    [TestCase("hostNetwork: true, containers: [{name: a}]", "1.37", PodSecurityLevel.Privileged)]
    [TestCase($"containers: [{{name: a, securityContext: {{{Restricted}}}}}]", "1.37", PodSecurityLevel.Restricted)]
    [TestCase(
        $"containers: [{{name: a, securityContext: {{{Restricted}}}}}], ephemeralContainers: [{{name: b}}]",
        "1.37",
        PodSecurityLevel.Baseline
    )]
    [TestCase("containers: [{name: a, securityContext: {runAsNonRoot: true}}]", "1.7", PodSecurityLevel.Restricted)]
    [TestCase("containers: [{name: a, securityContext: {runAsNonRoot: true}}]", "1.8", PodSecurityLevel.Baseline)]
    [TestCase(
        "containers: [{name: a, securityContext: {runAsNonRoot: true, allowPrivilegeEscalation: false}}]",
        "1.18",
        PodSecurityLevel.Restricted
    )]
    [TestCase(
        "containers: [{name: a, securityContext: {runAsNonRoot: true, allowPrivilegeEscalation: false}}]",
        "1.19",
        PodSecurityLevel.Baseline
    )]
    [TestCase("os: {name: windows}, securityContext: {runAsNonRoot: true}, containers: [{name: a}]", "1.25", PodSecurityLevel.Restricted)]
    [TestCase("os: {name: windows}, securityContext: {runAsNonRoot: true}, containers: [{name: a}]", "1.24", PodSecurityLevel.Baseline)]
    [TestCase(
        "securityContext: {sysctls: [{name: net.ipv4.tcp_rmem, value: '1'}]}, containers: [{name: a}]",
        "1.31",
        PodSecurityLevel.Privileged
    )]
    [TestCase(
        "securityContext: {sysctls: [{name: net.ipv4.tcp_rmem, value: '1'}]}, containers: [{name: a}]",
        "1.32",
        PodSecurityLevel.Baseline
    )]
    [TestCase("containers: [{name: a, livenessProbe: {tcpSocket: {host: b, port: 80}}}]", "1.33", PodSecurityLevel.Baseline)]
    [TestCase("containers: [{name: a, livenessProbe: {tcpSocket: {host: b, port: 80}}}]", "1.34", PodSecurityLevel.Privileged)]
    [TestCase("hostUsers: false, containers: [{name: a, securityContext: {procMount: Unmasked}}]", "1.34", PodSecurityLevel.Privileged)]
    [TestCase("hostUsers: false, containers: [{name: a, securityContext: {procMount: Unmasked}}]", "1.35", PodSecurityLevel.Baseline)]
    [TestCase(
        "securityContext: {seLinuxOptions: {type: container_engine_t}}, containers: [{name: a}]",
        "1.30",
        PodSecurityLevel.Privileged
    )]
    [TestCase("securityContext: {seLinuxOptions: {type: container_engine_t}}, containers: [{name: a}]", "1.31", PodSecurityLevel.Baseline)]
    public void A_pod_meets_a_level_in_a_version(string spec, string version, PodSecurityLevel expected) =>
        PodSecurityStandards
            .LevelOf(Pod($"{{kind: Pod, metadata: {{name: a}}, spec: {{{spec}}}}}"), Version.Parse(version))
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
