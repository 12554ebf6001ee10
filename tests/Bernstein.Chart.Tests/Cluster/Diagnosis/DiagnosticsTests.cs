namespace Bernstein.Chart.Tests.Cluster.Diagnosis;

/// <summary>What is printed when a test on a cluster fails, from what a cluster says of its pods.</summary>
public sealed class DiagnosticsTests
{
    private const string Ready =
        """{"metadata": {"namespace": "default", "name": "redis-1"}, "spec": {"nodeName": "n1"}, "status": {"phase": "Running", "conditions": [{"type": "Ready", "status": "True"}]}}""";

    private const string Done =
        """{"metadata": {"namespace": "default", "name": "votes-table-1"}, "spec": {"nodeName": "n1"}, "status": {"phase": "Succeeded", "conditions": [{"type": "Ready", "status": "False"}]}}""";

    private const string Pending = """
        {"metadata": {"namespace": "kube-public", "name": "traefik-1"}, "spec": {}, "status": {"phase": "Pending", "conditions": [
          {"type": "PodScheduled", "status": "False", "reason": "Unschedulable", "message": "0/2 nodes are available: 2 node(s) didn't match pod anti-affinity rules."}]}}
        """;

    private const string Ending = """
        {"metadata": {"namespace": "default", "name": "worker-1"}, "spec": {"nodeName": "n2"}, "status": {"phase": "Running", "conditions": [{"type": "Ready", "status": "False"}],
          "initContainerStatuses": [{"name": "votes-table", "ready": true, "state": {"terminated": {"reason": "Completed"}}}],
          "containerStatuses": [{"name": "worker", "ready": false, "state": {"waiting": {"reason": "CrashLoopBackOff", "message": "back-off 40s"}}, "lastState": {"terminated": {"reason": "Error"}}}]}}
        """;

    private const string Leaving = """
        {"metadata": {"namespace": "default", "name": "poll-1", "deletionTimestamp": "2026-01-31T00:00:00Z"}, "spec": {"nodeName": "n2"}, "status": {"phase": "Running", "conditions": [{"type": "Ready", "status": "False"}],
          "containerStatuses": [{"name": "poll", "ready": false, "state": {"running": {}}}]}}
        """;

    [Test]
    public void A_cluster_where_all_is_well_is_said_to_be() => Of([Ready, Done]).ShouldBe("Every pod is ready.\n");

    [Test]
    public void A_pod_that_no_node_takes_is_told_with_the_reason_of_the_scheduler() =>
        Of([Ready, Pending])
            .ShouldBe(
                """
                Pods that are not ready:
                kube-public/traefik-1 on no node: Unschedulable: 0/2 nodes are available: 2 node(s) didn't match pod anti-affinity rules.

                """
            );

    [Test]
    public void A_container_that_keeps_ending_is_told_with_its_events_and_its_last_words() =>
        Of(
                [Ending],
                """{"type": "Warning", "reason": "BackOff", "message": "Back-off restarting failed container", "involvedObject": {"namespace": "default", "name": "worker-1"}}"""
            )
            .ShouldBe(
                """
                Pods that are not ready:
                default/worker-1 on n2: worker CrashLoopBackOff: back-off 40s
                    BackOff: Back-off restarting failed container
                    | default/worker-1 before: True

                """
            );

    [Test]
    public void A_pod_that_is_on_its_way_out_is_told_so() =>
        Of([Leaving])
            .ShouldContain("default/poll-1 on n2: on its way out; poll runs and is not ready\n    | default/poll-1 before: False\n");

    [TestCase(
        """{"type": "Normal", "reason": "Pulled", "message": "pulled", "involvedObject": {"namespace": "default", "name": "worker-1"}}"""
    )]
    [TestCase(
        """{"type": "Warning", "reason": "BackOff", "message": "of another", "involvedObject": {"namespace": "elsewhere", "name": "worker-1"}}"""
    )]
    public void An_event_that_explains_nothing_is_left_out(string found) =>
        Of([Ending], found)
            .ShouldSatisfyAllConditions(report => report.ShouldNotContain("Pulled"), report => report.ShouldNotContain("of another"));

    private static string Of(IEnumerable<string> pods, params string[] events) =>
        Diagnostics.Of(
            JsonNode.Parse($$"""{"items": [{{string.Join(',', pods)}}]}""")!,
            JsonNode.Parse($$"""{"items": [{{string.Join(',', events)}}]}""")!,
            (space, pod, previous) => $"{space}/{pod} before: {previous}\n"
        );
}
