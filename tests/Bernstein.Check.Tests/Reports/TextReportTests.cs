using static Bernstein.Check.Tests.Reports.WrittenReport;

namespace Bernstein.Check.Tests.Reports;

public sealed class TextReportTests
{
    [Test]
    public void Text_tells_a_failure_with_its_mend_and_what_was_not_judged()
    {
        var lines = Write("text", Broken).TrimEnd().Split('\n');
        lines.ShouldContain("poll: 8 of 9");
        lines.ShouldContain("  ✗ poll.memory  The memory of poll is limited to 128M.");
        lines.ShouldContain("  - wiring.ingress-api  not judged: no Kubernetes version was given");
        lines[^2..].ShouldBe(["1 not judged", $"{Held} passed, 1 failed"]);
    }
}
