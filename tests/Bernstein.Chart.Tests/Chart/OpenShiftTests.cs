namespace Bernstein.Chart.Tests.Chart;

/// <summary>
/// OpenShift gives a pod the user, the group and the labels of its project, and takes none but those that fulfil its constraint restricted-v2.
/// The rules are those of that constraint, as the platform installs it.
/// </summary>
[TestFixture("openshift", "")]
[TestFixture("openshift", "redis: {volume: {enabled: true}}\npoll: {canary: {image: 'poll:next'}}")]
[TestFixture("modern+openshift", "")]
[TestFixture("modern+production+openshift", "")]
public sealed class OpenShiftTests(string profile, string values)
{
    private static readonly string[] VolumeTypes =
        "configMap csi downwardAPI emptyDir ephemeral persistentVolumeClaim projected secret".Split(' ');

    /// <summary>What the platform sets from the range of the project, and refuses to take from a pod unless it is in that range.</summary>
    private static readonly string[] GivenByThePlatform = ["runAsUser", "fsGroup", "supplementalGroups", "seLinuxOptions"];

    private Workload[] Workloads =>
        BernsteinChart.Workloads(new ChartOptions { Profile = profile, Values = BernsteinChart.FixedPassword + values });

    [Test]
    public void Every_pod_is_taken_by_the_constraint_restricted_v2()
    {
        Workloads.Length.ShouldBeGreaterThan(6);
        Workloads.SelectMany(workload => Refusals(workload.Pod).Select(refusal => $"{workload.Manifest}: {refusal}")).ShouldBeEmpty();
    }

    [Test]
    public void Every_pod_is_in_a_project_where_the_constraint_holds() =>
        Workloads.Select(workload => workload.Manifest.Namespace).Distinct().ShouldBe(["bernstein"]);

    // A user without a name is not in the image's list of users.
    [Test]
    public void Every_container_says_that_it_is_not_root() =>
        Workloads
            .SelectMany(workload => workload.Containers)
            .ShouldAllBe(container => container.At("securityContext.runAsNonRoot").Text == "true");

    [Test]
    public void Names_are_asked_for_at_the_port_of_the_platforms_own_servers() =>
        BernsteinChart
            .Manifests(new ChartOptions { Profile = profile, Values = $"{BernsteinChart.FixedPassword}networkPolicy: {{enabled: true}}\n" })
            .OfKind("NetworkPolicy")
            .Single(policy => policy.Name == "poll")
            .Root.At("spec.egress")
            .Items.SelectMany(rule => rule["ports"].Items)
            .Count(port => port["port"].Number == 5353)
            .ShouldBe(2);

    private static IEnumerable<string> Refusals(Node pod) =>
        new[] { "hostNetwork", "hostPID", "hostIPC" }
            .Where(field => pod[field].Text == "true")
            .Concat(GivenByThePlatform.Where(field => pod["securityContext"][field].IsSet))
            .Concat(
                pod["volumes"]
                    .Items.Where(volume => !volume.Entries.Any(entry => VolumeTypes.Contains(entry.Key)))
                    .Select(volume => $"a volume of another type: {volume["name"].Text}")
            )
            .Concat(
                from container in pod["initContainers"].Items.Concat(pod["containers"].Items)
                from refusal in OfContainer(pod, container)
                where refusal.IsRefused
                select $"{refusal.What} of {container["name"].Text}"
            );

    private static IEnumerable<(string What, bool IsRefused)> OfContainer(Node pod, Node container)
    {
        var context = container["securityContext"];
        var (added, dropped) = (context.At("capabilities.add").Items, context.At("capabilities.drop").Items);
        var profile = (context["seccompProfile"].IsSet ? context : pod["securityContext"]).At("seccompProfile.type");
        return GivenByThePlatform
            .Select(field => (field, context[field].IsSet))
            .Append(("privileges", context["privileged"].Text == "true" || context["allowPrivilegeEscalation"].Text != "false"))
            .Append(("capabilities", dropped.All(one => one.Text != "ALL") || added.Any(one => one.Text != "NET_BIND_SERVICE")))
            .Append(("seccomp", profile.Text != "RuntimeDefault"))
            .Append(("hostPort", container["ports"].Items.Any(port => port["hostPort"].IsSet)));
    }
}
