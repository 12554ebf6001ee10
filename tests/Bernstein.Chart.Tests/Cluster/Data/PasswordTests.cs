namespace Bernstein.Chart.Tests.Cluster.Data;

/// <summary>What becomes of the database's password.</summary>
public sealed class PasswordTests : ReleaseTest
{
    [Test]
    public async Task An_upgrade_that_names_no_password_keeps_it()
    {
        var password = Password();
        Cluster.Deploy("poll: {podAnnotations: {note: changed}}");
        Password().ShouldBe(password);
        await AssertThatAVoteIsCounted();
    }

    [Test]
    public async Task A_password_that_is_changed_in_the_database_first_needs_no_more_than_an_upgrade()
    {
        Cluster.Query("ALTER ROLE bernstein PASSWORD 'second'");
        Cluster.Deploy("postgres: {password: second}");
        Password().ShouldBe("second");
        await AssertThatAVoteIsCounted();
    }

    [Test]
    public async Task A_password_that_is_changed_in_the_values_alone_is_warned_of_and_loses_no_vote()
    {
        // Without --wait: the worker waits until the database knows the password too.
        var notes = KubernetesCluster.Helm([
            "upgrade",
            "bernstein",
            Project.Chart,
            .. KubernetesCluster.Beneath.SelectMany(file => new[] { "--values", file }),
            .. new ChartOptions
            {
                Values = $"postgres: {{password: third, nodeSelector: {{kubernetes.io/hostname: {Cluster.Workers[0].Host}}}}}",
            }.Arguments,
        ]);
        notes.ShouldContain("The password was changed here, but not in the existing database");
        Cluster.Kubectl("rollout", "status", "deployment/postgres", "--timeout", "5m");
        Cluster.Kubectl("rollout", "status", "deployment/poll", "--timeout", "5m");
        KubernetesCluster.Until(() => Cluster.Pods("worker").Any(pod => !pod.IsReady), "a worker with the new password waits");
        if (!KubernetesCluster.HasGuards)
        {
            // The worker that still runs has lost its connection. It notices with the next vote, and loses that one.
            await NodePort.Vote(Cluster.Addresses[0]);
            KubernetesCluster.Until(() => Cluster.Pods("worker").Any(pod => pod.Restarts > 0), "the worker has noticed");
        }

        var voter = await NodePort.Vote(Cluster.Addresses[0]);
        Cluster.Query("ALTER ROLE bernstein PASSWORD 'third'");
        Cluster.AwaitRollouts();
        KubernetesCluster.Until(() => AreStored([voter]), "the vote is counted that was cast meanwhile");
        await AssertThatAVoteIsCounted();
    }

    private static string Password() =>
        Encoding.UTF8.GetString(
            Convert.FromBase64String(Cluster.Kubectl("get", "secret", "postgres", "--output", "jsonpath={.data.POSTGRES_PASSWORD}"))
        );
}
