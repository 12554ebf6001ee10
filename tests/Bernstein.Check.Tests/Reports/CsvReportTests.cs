using static Bernstein.Check.Tests.Reports.WrittenReport;

namespace Bernstein.Check.Tests.Reports;

public sealed class CsvReportTests
{
    [Test]
    public void Csv_has_a_row_for_each_hand_in_with_its_points()
    {
        var worth = new Points([("*", 1), ("wiring.*", 0.5m), ("poll.memory", 3)], null);
        var rows = Write("csv", [new Answer("=a,\"b\"", Broken.Assess(), null), new Answer("c", null, "gone")], worth)
            .TrimEnd()
            .Split('\n');
        rows[0].ShouldStartWith("folder,points,of,passed,failed,not judged,left out,why not judged,files.cadvisor.daemonset.yaml,");
        // 87 of the letter at 1, wiring at a half; poll.memory is the one that fails.
        var points = 87 + ((Held - 87) * 0.5m);
        rows[1].ShouldStartWith(FormattableString.Invariant($"\"'=a,\"\"b\"\"\",{points:0.##},{points + 3:0.##},{Held},1,1,0,,pass,"));
        rows[1].Split(',').Count(cell => cell == "fail").ShouldBe(1);
        rows[2].ShouldStartWith("c,,,,,,,gone");
        Write("csv", [new Answer("a", Broken.Assess(), null)], worth with { Total = 20 })
            .ShouldContain(FormattableString.Invariant($"\na,{20 * points / (points + 3):0.##},20,"));
    }
}
