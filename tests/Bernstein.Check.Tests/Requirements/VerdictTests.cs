namespace Bernstein.Check.Tests.Requirements;

public sealed class VerdictTests : VerdictCaseTests<VerdictTests>
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
}
