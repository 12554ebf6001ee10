namespace Bernstein.Check.Tests.Requirements;

public sealed class VerdictTests
{
    [Test]
    public void A_message_is_one_line_of_bounded_length_whatever_is_found()
    {
        var message = Sample
            .Reference.With("poll.deployment.yaml", "image: epitechcontent/t-dop-600-poll:k8s", $"image: \"a\\nb{new string('x', 5000)}\"")
            .Judge("poll.image")
            .Findings.ShouldHaveSingleItem()
            .Message;
        message.ShouldNotContain("\n");
        message.Length.ShouldBeLessThan(600);
    }

    [TestCase("wiring.redis-host", "redis.service.yaml")]
    [TestCase("wiring.postgres-host", "postgres.service.yaml")]
    [TestCase("wiring.postgres-port", "postgres.service.yaml")]
    [TestCase("wiring.single-writer", "postgres.deployment.yaml")]
    [TestCase("wiring.data-directory", "postgres.deployment.yaml")]
    [TestCase("wiring.claim", "postgres.deployment.yaml")]
    [TestCase("wiring.claim", "postgres.volume.yaml")]
    [TestCase("wiring.control-plane", "cadvisor.daemonset.yaml")]
    [TestCase("wiring.traefik-arguments", "traefik.deployment.yaml")]
    [TestCase("wiring.votes-table", "votes-table.job.yaml")]
    [TestCase("wiring.votes-table", "worker.deployment.yaml")]
    [TestCase("wiring.secret-encoding", "postgres.secret.yaml")]
    [TestCase("wiring.sticky", "result.deployment.yaml")]
    [TestCase("wiring.sticky", "result.service.yaml")]
    [TestCase("wiring.sticky", "result.ingress.yaml")]
    public void What_is_not_there_is_not_judged(string identifier, string file) =>
        Sample.Reference.Without(file).Judge(identifier).Status.ShouldBe(Status.NotJudged);
}
