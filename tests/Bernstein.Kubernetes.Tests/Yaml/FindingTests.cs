namespace Bernstein.Kubernetes.Tests.Yaml;

public sealed class FindingTests
{
    [Test]
    public void A_mend_is_made_once_and_when_somebody_asks_for_it()
    {
        var made = 0;
        var finding = new Finding("a")
        {
            MendBy = () =>
            {
                made++;
                return Mend.Of("b");
            },
        };
        made.ShouldBe(0);
        finding.Mend.ShouldBeSameAs(finding.Mend);
        made.ShouldBe(1);
    }

    [Test]
    public void A_message_is_one_line_of_bounded_length()
    {
        new Finding("a\nb").Message.ShouldBe("a\\nb");
        new Finding(new string('a', 10_000)).Message.Length.ShouldBeLessThan(600);
    }
}
