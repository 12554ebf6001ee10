namespace Bernstein.Chart.Tests.Cluster.Faults;

/// <summary>What befalls pods and nodes that Kubernetes knows of: which votes are lost, and which requests fail.</summary>
public sealed class FaultTests : FaultTest
{
    /// <summary>Faults that the voters must not notice at all.</summary>
    public static IEnumerable<TestCaseData> Rollouts =>
        new[] { "poll", "result", "traefik", "worker" }.Select(component => Case($"{component}: rollout", () => Restart(component)));

    /// <summary>
    /// Faults that no vote may be lost to, with guards. Where redis, the worker or postgres ends without notice, the one vote that is on its way
    /// from the queue to the table may be: the image of the worker takes it off the queue first. With a ledger none is. Without guards a fault costs
    /// what the report says, the whole queue perhaps; here it is asked only that votes are accepted and counted again.
    /// </summary>
    public static IEnumerable<TestCaseData> Faults =>
        [
            .. new (string Component, int LostWhenDeleted, int LostWhenKilled)[]
            {
                ("poll", 0, 0),
                ("result", 0, 0),
                ("traefik", 0, 0),
                ("redis", 0, 1),
                ("worker", 0, 1),
                ("postgres", 0, 1),
            }.SelectMany(fault =>
                new[]
                {
                    Case($"{fault.Component}: a pod is deleted", () => Delete(fault.Component), fault.LostWhenDeleted),
                    Case($"{fault.Component}: a pod is killed", () => Kill(fault.Component), fault.LostWhenKilled),
                }
            ),
            .. new[] { "redis", "worker", "postgres" }.Select(component =>
                Case($"{component}: a container exits", () => EndContainer(component), 1)
            ),
            Case("redis: rollout", () => Restart("redis"), 0),
            Case("postgres: rollout", () => Restart("postgres"), 0),
            Case("postgres and redis: both pods are deleted at once", () => Delete("postgres", "redis"), 0),
            Case("the node of postgres is drained", () => Drain(Cluster.Workers[0]), 0),
            Case("another node is drained", () => Drain(Cluster.Workers[1]), 0),
            Case(
                "the node of redis, worker and postgres is drained, right after another came back",
                () =>
                {
                    Drain(Cluster.Workers[1]);
                    Drain(Cluster.Workers[0]);
                },
                0
            ),
        ];

    [TestCaseSource(nameof(Rollouts))]
    public async Task A_rollout_loses_no_vote_and_no_request(string name, Action rollout) =>
        AssertThatNobodyNotices(await Befall(name, _ => rollout()));

    [Test]
    public async Task A_rollback_loses_no_vote_and_no_request()
    {
        Cluster.Deploy(
            "poll: {image: 'docker.io/epitechcontent/t-dop-600-poll:k8s'}\nresult: {image: 'docker.io/epitechcontent/t-dop-600-result:k8s'}\ntraefik: {image: 'traefik:1.7.24'}"
        );
        AssertThatNobodyNotices(
            await Befall(
                "poll, result and traefik: rollback",
                _ => KubernetesCluster.Helm("rollback", "bernstein", "--wait", "--timeout", "5m")
            )
        );
    }

    [TestCaseSource(nameof(Faults))]
    public async Task A_fault_loses_no_vote_but_the_one_in_the_hands_of_the_worker(string name, Action fault, int inHand)
    {
        var (_, row) = await Befall(name, _ => fault());
        if (KubernetesCluster.HasGuards)
        {
            row.Lost.ShouldBeLessThanOrEqualTo(KubernetesCluster.HasLedger ? 0 : inHand);
        }
    }

    [TestCase("poll")]
    [TestCase("redis")]
    public async Task An_upgrade_to_an_image_that_does_not_exist_is_taken_back(string component)
    {
        var before = KubernetesCluster.Helm("get", "manifest", "bernstein");
        var (_, row) = await Befall(
            $"{component}: an upgrade to an image that does not exist is rolled back",
            _ =>
                Cluster
                    .TryDeploy(
                        $"{component}: {{image: 'bernstein.invalid/none:99'}}",
                        "--timeout",
                        "25s",
                        KubernetesCluster.RollBackOnFailure
                    )
                    .ExitCode.ShouldNotBe(0)
        );
        row.Lost.ShouldBe(0);
        KubernetesCluster.Helm("get", "manifest", "bernstein").ShouldBe(before);
    }

    [Test]
    public async Task A_long_queue_is_counted_once_there_is_a_worker_again()
    {
        const int Waiting = 2000;
        var address = Cluster.Addresses[0];
        var voters = Enumerable.Range(0, Waiting).Select(_ => Guid.NewGuid().ToString("N")).ToArray();
        var (_, row) = await Befall(
            $"worker: away while {Waiting} votes come at once",
            incident =>
            {
                Cluster.Kubectl("scale", "deployment/worker", "--replicas", "0");
                KubernetesCluster.Until(() => Cluster.IsGone("worker"), "the worker is gone");
                Parallel
                    .ForEachAsync(
                        voters,
                        new ParallelOptions { MaxDegreeOfParallelism = 8 },
                        async (voter, _) =>
                        {
                            // Whoever sees an error votes again.
                            for (var errors = 0; await Visitors.Failure(() => NodePort.Vote(address, voter, "c")) is { } error; )
                            {
                                (++errors).ShouldBeLessThan(10, error);
                            }
                        }
                    )
                    .GetAwaiter()
                    .GetResult();
                Cluster.Kubectl("scale", "deployment/worker", "--replicas", "1");
                Cluster.AwaitRollouts();
                incident.AwaitCounting();
            }
        );
        row.Lost.ShouldBe(0);
        voters.Except(Cluster.StoredVotes().Keys).ShouldBeEmpty();
    }

    [Test]
    public async Task A_worker_at_rest_notices_that_postgres_was_away_before_the_next_vote_does()
    {
        RequireGuards();
        var worker = Cluster.Pods("worker").Single();
        Delete("postgres");
        Cluster.AwaitRollouts();
        KubernetesCluster.Until(
            () => Cluster.Pods("worker").Any(pod => (pod.Uid, pod.Restarts) != (worker.Uid, worker.Restarts) && pod.IsReady),
            "the worker has started again"
        );
        await AssertThatAVoteIsCounted();
    }

    // Without guards a worker that is told to stop does so with a vote in its hands.
    private static void AssertThatNobodyNotices((Visits Visits, FaultRow Row) seen)
    {
        seen.Row.Lost.ShouldBeLessThanOrEqualTo(KubernetesCluster.HasGuards ? 0 : 1);
        (seen.Visits.Refused.Count, seen.Visits.Unopened.Count).ShouldBe(
            (0, 0),
            string.Join('\n', seen.Visits.Refused.Concat(seen.Visits.Unopened).Distinct())
        );
    }

    private static void Restart(string component) =>
        Cluster.Kubectl("rollout", "restart", $"deployment/{component}", "--namespace", Cluster.Pods(component)[0].Namespace);

    private static void Delete(params IReadOnlyList<string> components) =>
        Cluster.Delete(components.Select(component => Cluster.Pods(component)[0]));

    private static void Kill(string component) => Cluster.Delete([Cluster.Pods(component)[0]], "--grace-period", "0", "--force");

    private static void Drain(ClusterNode node)
    {
        try
        {
            Cluster.Kubectl("drain", node.Name, "--ignore-daemonsets", "--delete-emptydir-data", "--timeout", "5m");
            KubernetesCluster.Until(() => Cluster.Pods("redis").All(pod => pod.IsReady && pod.Node != node.Name), "redis is elsewhere");
        }
        finally
        {
            Cluster.Kubectl("uncordon", node.Name);
        }
    }

    private static TestCaseData Case(string name, Action fault, int? inHand = null) =>
        new TestCaseData(inHand is null ? [name, fault] : [name, fault, inHand.Value]).SetArgDisplayNames(name);
}
