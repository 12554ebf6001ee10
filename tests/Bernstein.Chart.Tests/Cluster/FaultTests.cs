using System.Collections.Concurrent;
using NUnit.Framework;
using Shouldly;

namespace Bernstein.Chart.Tests.Cluster;

/// <summary>What befalls the application while people vote and read: which votes are lost, and which requests fail.</summary>
public sealed class FaultTests : ReleaseTest
{
    private readonly ConcurrentQueue<string> _report = new();

    /// <summary>Faults that the voters must not notice at all.</summary>
    public static IEnumerable<TestCaseData> Rollouts =>
        new[] { "poll", "result", "traefik", "worker" }.Select(component => Case($"{component}: rollout", () => Restart(component)));

    /// <summary>
    /// Faults that no vote may be lost to. Where redis, the worker or postgres ends without notice, the one vote that is on its way from the
    /// queue to the table may be: the image of the worker takes it off the queue first.
    /// </summary>
    public static IEnumerable<TestCaseData> Faults =>
        [
            .. new[] { ("poll", 0), ("result", 0), ("traefik", 0), ("redis", 0), ("worker", 1), ("postgres", 1) }.SelectMany(fault =>
                new[]
                {
                    Case($"{fault.Item1}: a pod is deleted", () => Delete(fault.Item1), fault.Item2),
                    // What redis holds in that instant goes with it: no more than is voted at once.
                    Case(
                        $"{fault.Item1}: a pod is killed",
                        () => Kill(fault.Item1),
                        fault.Item1 == "redis" ? Visitors.AtOnce + 1 : fault.Item2
                    ),
                }
            ),
            .. new[] { ("redis", 1), ("worker", 1), ("postgres", 1) }.Select(fault =>
                Case($"{fault.Item1}: a container ends", () => End(fault.Item1), fault.Item2)
            ),
            Case("redis: rollout", () => Restart("redis"), 0),
            Case("postgres: rollout", () => Restart("postgres"), 1),
            Case("postgres and redis: both pods are deleted at once", () => Delete("postgres", "redis"), 1),
            Case("the node of postgres is drained", () => Drain(0), 1),
            Case("another node is drained", () => Drain(1), 1),
        ];

    [OneTimeTearDown]
    public void Report() =>
        TestContext.Error.WriteLine(
            $"{"fault", -50} {"votes", 6} {"lost", 5} {"not accepted", 13} {"read", 6} {"not read", 9}\n{string.Join('\n', _report)}"
        );

    [TestCaseSource(nameof(Rollouts))]
    public void A_rollout_loses_no_vote_and_no_request(string name, Action rollout)
    {
        var (visits, lost) = Befall(name, rollout);
        lost.ShouldBe(0);
        (visits.Refused.Count, visits.Unread.Count).ShouldBe((0, 0), string.Join('\n', visits.Refused.Concat(visits.Unread).Distinct()));
    }

    [TestCaseSource(nameof(Faults))]
    public void A_fault_loses_no_vote_but_the_one_in_the_hands_of_the_worker(string name, Action fault, int inHand) =>
        Befall(name, fault).Lost.ShouldBeLessThanOrEqualTo(inHand);

    [Test]
    public async Task A_worker_at_rest_notices_that_postgres_was_away_before_the_next_vote_does()
    {
        StartAfresh("worker");
        Cluster.AwaitRollouts();
        Delete("postgres");
        Cluster.AwaitRollouts();
        KubernetesCluster.Until(() => Cluster.Pods("worker").Any(pod => Restarts(pod) > 0), "the worker has started again");
        await AssertThatAVoteIsCounted();
    }

    private (Visits Visits, int Lost) Befall(string name, Action fault)
    {
        StartAfresh("worker");
        Cluster.AwaitRollouts();
        using var visitors = new Visitors(Cluster);
        KubernetesCluster.Until(() => visitors.Accepted >= 20, "twenty votes are accepted");
        fault();
        Cluster.AwaitRollouts();
        var during = visitors.Accepted;
        KubernetesCluster.Until(() => visitors.Accepted >= during + 20, "twenty more votes are accepted");
        var visits = visitors.Leave();
        Cluster.AwaitEmptyQueue();
        var lost = visits.Lost(Cluster.StoredVotes()).Count;
        _report.Enqueue(
            $"{name, -50} {visits.Accepted.Count, 6} {lost, 5} {visits.Refused.Count, 13} {visits.Read, 6} {visits.Unread.Count, 9}"
        );
        return (visits, lost);
    }

    /// <summary>A container that ended before is started later each time, up to five minutes: the next fault is not to wait for that.</summary>
    private static void StartAfresh(string component)
    {
        foreach (var pod in Cluster.Pods(component).Where(pod => Restarts(pod) > 0))
        {
            Cluster.Kubectl("delete", "pod", KubernetesCluster.Name(pod));
        }
    }

    private static void Restart(string component) =>
        Cluster.Kubectl("rollout", "restart", $"deployment/{component}", "--namespace", Space(component));

    private static void Delete(params string[] components) =>
        Cluster.Kubectl([
            "delete",
            "pod",
            .. components.Select(component => KubernetesCluster.Name(Cluster.Pods(component)[0])),
            "--namespace",
            Space(components[0]),
        ]);

    private static void Kill(string component) =>
        Cluster.Kubectl(
            "delete",
            "pod",
            KubernetesCluster.Name(Cluster.Pods(component)[0]),
            "--namespace",
            Space(component),
            "--grace-period",
            "0",
            "--force"
        );

    private static void End(string component)
    {
        var pod = Cluster.Pods(component)[0];
        var restarts = Restarts(pod);
        // The connection may end with the container, before the command does.
        Cluster.TryKubectl("exec", KubernetesCluster.Name(pod), "--container", component, "--", "sh", "-c", "kill 1");
        KubernetesCluster.Until(
            () =>
                Cluster
                    .Pods(component)
                    .Any(found => KubernetesCluster.Name(found) == KubernetesCluster.Name(pod) && Restarts(found) > restarts),
            $"the container of {component} has ended"
        );
    }

    private static int Restarts(System.Text.Json.Nodes.JsonNode pod) => (int)pod["status"]!["containerStatuses"]![0]!["restartCount"]!;

    private static void Drain(int index)
    {
        var name = KubernetesCluster.Name(Cluster.Workers[index]);
        try
        {
            Cluster.Kubectl("drain", name, "--ignore-daemonsets", "--delete-emptydir-data", "--timeout", "5m");
            Thread.Sleep(TimeSpan.FromSeconds(5));
        }
        finally
        {
            Cluster.Kubectl("uncordon", name);
        }
    }

    private static string Space(string component) => component == "traefik" ? "kube-public" : "default";

    private static TestCaseData Case(string name, Action fault, int? inHand = null) =>
        new TestCaseData(inHand is null ? [name, fault] : [name, fault, inHand.Value]).SetArgDisplayNames(name);
}
