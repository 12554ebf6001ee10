using Bernstein.Chart.Tests.Cluster;
using NUnit.Framework;
using Shouldly;

namespace Bernstein.Chart.Tests.Documents;

/// <summary>The tables of what each fault costs: made from the numbers of runs on a cluster, and made anew by <c>scripts/draw</c>.</summary>
public sealed class FaultTableTests
{
    private static IReadOnlyList<FaultRow> Rows => FaultReport.In(Project.In("docs"));

    [Test]
    public void The_tables_of_the_defaults_are_made_from_the_numbers() =>
        Drawn.TablesShouldBe(
            "operations.md",
            new Dictionary<string, string>
            {
                ["quiet"] = Table(row => row is { IsBusy: false, Values: "" } && !IsOld(row)),
                ["Kubernetes 1.19"] = Table(row => row.Values.Length == 0 && IsOld(row)),
            }
        );

    [Test]
    public void So_are_those_of_production() =>
        Drawn.TablesShouldBe(
            "production.md",
            new Dictionary<string, string> { ["faults"] = Table(row => row.Values == "production.yaml") }
        );

    [Test]
    public void Every_row_stands_in_one_of_them()
    {
        Rows.ShouldNotBeEmpty();
        Rows.Where(row => row is not { IsBusy: false, Values: "" or "production.yaml" }).ShouldBeEmpty();
    }

    [TestCase("production.yaml")]
    public void Every_fault_was_tried(string values)
    {
        string[] faults = [.. FaultTests.Faults.Concat(FaultTests.Rollouts).Select(fault => (string)fault.Arguments[0]!)];
        faults.Length.ShouldBeGreaterThan(20);
        faults.Except(Rows.Where(row => row.Values == values && !IsOld(row)).Select(row => row.Fault)).ShouldBeEmpty();
    }

    [Test]
    public void With_production_no_accepted_vote_was_ever_lost() =>
        Rows.Where(row => row.Values.Length > 0 && row.Lost > 0).ShouldBeEmpty();

    [Test]
    public void Numbers_are_read_as_they_were_written()
    {
        using var folder = new TemporaryFolder();
        FaultReport.Write(folder.Path, Rows);
        FaultReport.In(folder.Path).ShouldBe(Rows);
    }

    private static bool IsOld(FaultRow row) => row.Kubernetes.Contains("v1.19.", StringComparison.Ordinal);

    private static string Table(Func<FaultRow, bool> isMeant) => FaultReport.Table(Rows.Where(isMeant));
}
