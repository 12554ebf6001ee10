namespace Bernstein.Check.Tests.Requirements;

public sealed class LetterOfTests
{
    [Test]
    public void A_missing_workload_fails_every_letter_requirement_judged_on_it()
    {
        var sample = Sample.Reference.Without("redis.deployment.yaml");
        new[] { "image", "namespace", "replicas", "restart", "port", "not-routed" }
            .Select(name => sample.Judge($"redis.{name}").Status)
            .ShouldAllBe(status => status == Status.Fail);
    }

    [Test]
    public void A_missing_workload_is_looked_for_elsewhere() =>
        Sample
            .Reference.Without("poll.deployment.yaml")
            .Holding("sub/all.yaml", "apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: poll}")
            .Judge("poll.image")
            .Findings.ShouldHaveSingleItem()
            .Message.ShouldBe("there is no file poll.deployment.yaml; Deployment poll is in sub/all.yaml:1");

    [Test]
    public void A_workload_of_another_kind_is_named() =>
        Sample
            .Reference.With("poll.deployment.yaml", "kind: Deployment", "kind: StatefulSet")
            .Judge("poll.image")
            .Findings.ShouldHaveSingleItem()
            .Message.ShouldBe("poll.deployment.yaml holds StatefulSet poll, and no Deployment");
}
