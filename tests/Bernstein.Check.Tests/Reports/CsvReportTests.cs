using static Bernstein.Check.Tests.Reports.WrittenReport;

namespace Bernstein.Check.Tests.Reports;

public sealed class CsvReportTests
{
    [Test]
    public void Csv_has_a_row_for_each_hand_in_with_its_points()
    {
        var points = new Points([("*", 0), ("poll.*", 1), ("wiring.sticky", 0.5m), ("poll.memory", 3)], null);
        var rows = Write("csv", [new Answer("=a,\"b\"", Broken.Assess(), null), new Answer("c", null, "gone")], points)
            .TrimEnd()
            .Split('\n');
        rows[0].ShouldStartWith("folder,points,of,passed,failed,not judged,left out,why not judged,files.cadvisor.daemonset.yaml,");
        // 8 of poll at 1, one of wiring at a half; poll.memory is the one that fails.
        rows[1].ShouldStartWith($"\"'=a,\"\"b\"\"\",8.5,11.5,{Held},1,1,0,,pass,");
        rows[1].Split(',').Count(cell => cell == "fail").ShouldBe(1);
        rows[2].ShouldStartWith("c,,,,,,,gone");
        Write("csv", [new Answer("a", Broken.Assess(), null)], points with { Total = 20 }).ShouldContain("\na,14.78,20,");
    }
}
