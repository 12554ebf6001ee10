namespace Bernstein.Chart.Tests.Cluster.Data;

/// <summary>What befalls postgres within its pod, and the volume below it.</summary>
public sealed class DatabaseTests : FaultTest
{
    /// <summary>What the log says where the server took the end of a process for a crash.</summary>
    private static readonly string[] SignsOfACrash = ["terminated by", "exited with exit code", "recovery"];

    [Test]
    public async Task A_server_that_is_starved_of_the_processor_does_not_crash_and_no_vote_is_lost()
    {
        var (pod, before) = (Cluster.Pods("postgres").Single(), Log());
        var (_, row) = await Befall(
            "postgres: a tenth of a processor for 25 s, three times in a row",
            incident =>
            {
                Squeeze.Hold(Cluster, pod, percent: 10, seconds: 25, times: 3);
                incident.AwaitCounting();
            }
        );
        row.Lost.ShouldBe(0);
        AssertThatNothingCrashed(pod, before);
    }

    [Test]
    public void A_process_that_is_left_behind_in_the_container_ends_no_session()
    {
        var (pod, before, sessions) = (Cluster.Pods("postgres").Single(), Log(), Sessions());
        sessions.ShouldNotBeEmpty();
        var orphan = Cluster.Execute("postgres", "(sleep 1; exit 2) >/dev/null 2>&1 & echo $!").Trim();
        KubernetesCluster.Until(
            // One that has ended and that nobody has asked about yet is gone too.
            () => Cluster.Execute("postgres", "grep -qs '^State:.[^Z]' \"/proc/$1/status\" || echo gone", orphan).Trim() == "gone",
            "the process is gone"
        );
        Sessions().ShouldBe(sessions, ignoreOrder: true);
        AssertThatNothingCrashed(pod, before);
    }

    [Test]
    public async Task A_database_that_comes_up_empty_has_its_table_before_the_next_vote_of_the_worker()
    {
        var (_, row) = await Befall(
            "postgres: it comes up with an empty volume",
            incident =>
            {
                var worker = Cluster.Pods("worker").Single();
                Cluster.Kubectl("scale", "deployment/postgres", "--replicas", "0");
                KubernetesCluster.Until(() => Cluster.IsGone("postgres"), "postgres is gone");
                KubernetesCluster.Until(
                    () => Cluster.Pods("worker").All(pod => (pod.Uid, pod.Restarts) != (worker.Uid, worker.Restarts)),
                    "the worker has noticed"
                );
                incident.JudgeVotesFromNow();
                Replace("persistentvolumeclaim/postgres");
                Cluster.Kubectl("scale", "deployment/postgres", "--replicas", "1");
                Cluster.AwaitRollouts();
                incident.AwaitCounting();
            }
        );
        row.Lost.ShouldBe(0);
    }

    [Test]
    public async Task Pages_whose_question_postgres_breaks_off_count_again()
    {
        RequireGuards();
        var (_, row) = await Befall(
            "postgres: it breaks off the questions of result",
            incident =>
            {
                // What asks while the table is locked waits, and is in the middle of its question then.
                Cluster.Query(
                    $"""
                    DO $$ DECLARE ended integer; BEGIN
                      LOCK TABLE votes IN ACCESS EXCLUSIVE MODE;
                      PERFORM pg_sleep(3);
                      SELECT count(pg_terminate_backend(pid)) INTO ended FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND query LIKE 'SELECT%';
                      IF ended <> {Cluster.Pods("result").Count} THEN RAISE '% sessions of result are ended', ended; END IF;
                    END $$
                    """
                );
                incident.AwaitCounting();
            }
        );
        row.Lost.ShouldBe(0);
    }

    private static string Log() => Cluster.Kubectl("logs", "deployment/postgres", "--container", "postgres");

    // Those of the worker and of the pages: others come and go by themselves.
    private static IReadOnlyList<string> Sessions() =>
        Cluster
            .Query("SELECT pid, backend_start FROM pg_stat_activity WHERE client_addr IS NOT NULL AND application_name <> 'psql'")
            .Split('\n', StringSplitOptions.RemoveEmptyEntries);

    private static void AssertThatNothingCrashed(Pod pod, string before)
    {
        var now = Cluster.Pods("postgres").Single();
        (now.Uid, now.Restarts).ShouldBe((pod.Uid, pod.Restarts));
        var since = Log()[before.Length..];
        SignsOfACrash.Where(since.Contains).ShouldBeEmpty(since);
    }

    /// <summary>Deletes an object with what it stands for, and makes it anew.</summary>
    private static void Replace(string name)
    {
        var found = JsonNode.Parse(Cluster.Kubectl("get", name, "--output", "json"))!;
        foreach (var key in new[] { "uid", "resourceVersion", "creationTimestamp", "finalizers", "managedFields" })
        {
            found["metadata"]!.AsObject().Remove(key);
        }

        foreach (var key in found["metadata"]!["annotations"]!.AsObject().Select(pair => pair.Key).Where(IsOfTheBinding).ToArray())
        {
            found["metadata"]!["annotations"]!.AsObject().Remove(key);
        }

        found["spec"]!.AsObject().Remove("volumeName");
        found.AsObject().Remove("status");
        Cluster.Kubectl("delete", name);
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder.In("object.json"), found.ToJsonString());
        Cluster.Kubectl("create", "--filename", folder.In("object.json"));
    }

    private static bool IsOfTheBinding(string annotation) =>
        annotation.Split('/')[0] is "pv.kubernetes.io" or "volume.kubernetes.io" or "volume.beta.kubernetes.io";
}
