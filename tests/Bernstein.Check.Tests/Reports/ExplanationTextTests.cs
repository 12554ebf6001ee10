namespace Bernstein.Check.Tests.Reports;

public sealed class ExplanationTextTests : CommandTest
{
    [Test]
    public void A_requirement_is_explained()
    {
        var result = Check("--explain", "WIRING.rollout");
        (result.ExitCode, result.Error).ShouldBe((0, ""));
        result.Output.ShouldStartWith("wiring.rollout: ");
        result.Output.ShouldContain("Read on: https://kubernetes.io/docs/");

        var group = Check("--explain", "Poll");
        group.Output.ShouldStartWith("poll.image: poll runs ");
        group.Output.TrimEnd().Split('\n').Length.ShouldBe(Catalogue.All.Count(requirement => requirement.Group == "poll"));
        Check("--explain", "worker.env.*").Output.ShouldContain("worker.env.REDIS_HOST: ");

        var refused = Check("--explain", "poll.memmory");
        refused.ExitCode.ShouldBe(2);
        refused.Error.ShouldContain("there is no such requirement (did you mean poll.memory?)");
    }
}
