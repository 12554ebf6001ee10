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
    [
        "configMap",
        "csi",
        "downwardAPI",
        "emptyDir",
        "ephemeral",
        "persistentVolumeClaim",
        "projected",
        "secret",
    ];

    /// <summary>What the platform sets from the range of the project, and refuses to take from a pod unless it is in that range.</summary>
    private static readonly string[] GivenByThePlatform = ["runAsUser", "fsGroup", "supplementalGroups", "seLinuxOptions"];

    private Workload[] Workloads =>
        [
            .. BernsteinChart
                .Manifests(new ChartOptions { Profile = profile, Values = BernsteinChart.FixedPassword + values })
                .Objects.Select(Workload.Of)
                .OfType<Workload>(),
        ];

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

    private static IEnumerable<string> Refusals(Node pod)
    {
        foreach (var field in new[] { "hostNetwork", "hostPID", "hostIPC" }.Where(field => pod[field].Text == "true"))
        {
            yield return field;
        }

        foreach (var volume in pod["volumes"].Items.Where(volume => !volume.Entries.Any(entry => VolumeTypes.Contains(entry.Key))))
        {
            yield return $"a volume of another type: {volume["name"].Text}";
        }

        foreach (var field in GivenByThePlatform.Where(field => pod["securityContext"][field].IsSet))
        {
            yield return field;
        }

        foreach (var container in pod["initContainers"].Items.Concat(pod["containers"].Items))
        {
            var context = container["securityContext"];
            var name = container["name"].Text;
            foreach (var field in GivenByThePlatform.Where(field => context[field].IsSet))
            {
                yield return $"{field} of {name}";
            }

            if (context["privileged"].Text == "true" || context["allowPrivilegeEscalation"].Text != "false")
            {
                yield return $"privileges of {name}";
            }

            if (
                !context.At("capabilities.drop").Items.Any(capability => capability.Text == "ALL")
                || context.At("capabilities.add").Items.Any(capability => capability.Text != "NET_BIND_SERVICE")
            )
            {
                yield return $"capabilities of {name}";
            }

            if ((context["seccompProfile"].IsSet ? context : pod["securityContext"]).At("seccompProfile.type").Text != "RuntimeDefault")
            {
                yield return $"seccomp of {name}";
            }

            if (container["ports"].Items.Any(port => port["hostPort"].IsSet))
            {
                yield return $"hostPort of {name}";
            }
        }
    }
}
