namespace Bernstein.Chart.Tests.Chart;

/// <summary>
/// OpenShift gives a pod the user, the group and the labels of its project, and takes none but those that fulfil its constraint restricted-v2: what the Pod
/// Security Standards ask of restricted, and nothing said of what the platform gives.
/// </summary>
[TestFixture("openshift", "")]
[TestFixture("openshift", "redis: {volume: {enabled: true}}\npoll: {canary: {image: 'poll:next'}}")]
[TestFixture("modern+openshift", "")]
[TestFixture("modern+production+openshift", "")]
public sealed class OpenShiftTests(string profile, string values)
{
    /// <summary>What the platform sets, and refuses to take from a pod unless it is in the range of the project.</summary>
    private static readonly string[] GivenByThePlatform =
    [
        "runAsUser",
        "fsGroup",
        "supplementalGroups",
        "seLinuxOptions",
        "seccompProfile.localhostProfile",
    ];

    private Workload[] Workloads =>
        BernsteinChart.Manifests(new ChartOptions { Profile = profile, Values = BernsteinChart.FixedPassword + values }).Workloads();

    [Test]
    public void Every_pod_is_taken_by_the_constraint_restricted_v2()
    {
        Workloads.Length.ShouldBeGreaterThan(6);
        Workloads.SelectMany(workload => PodSecurityStandards.Findings(workload, PodSecurityLevel.Restricted)).ShouldBeEmpty();
        Workloads
            .SelectMany(workload => workload.Containers.Append(workload.Pod))
            .SelectMany(part => GivenByThePlatform.Select(field => part["securityContext"].At(field)))
            .Where(field => field.IsSet)
            .ShouldBeEmpty();
    }

    [Test]
    public void Every_pod_is_in_a_project_where_the_constraint_holds() =>
        Workloads.Select(workload => workload.Manifest.Namespace).Distinct().ShouldBe(["bernstein"]);
}
