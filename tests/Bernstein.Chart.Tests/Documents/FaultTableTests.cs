using Bernstein.Chart.Tests.Cluster;
using NUnit.Framework;
using Shouldly;

namespace Bernstein.Chart.Tests.Documents;

/// <summary>The tables of what each fault costs: made from the numbers of runs on a cluster, and made anew by <c>scripts/draw</c>.</summary>
public sealed class FaultTableTests
{
    private static IReadOnlyList<FaultRow> Rows => FaultReport.In(Project.In("docs"));

    /// <summary>The tables of docs/faults.md: the name that stands before each, and which rows it is made from.</summary>
    private static readonly Dictionary<string, Func<FaultRow, bool>> Tables = new()
    {
        ["quiet"] = row => row is { IsBusy: false, Values: "" } && !IsOld(row),
        ["faults"] = row => row is { IsBusy: false, Values: "production.yaml" },
    };

    /// <summary>The rows of a busy machine and of an old Kubernetes are in the file only.</summary>
    [Test]
    public void The_tables_are_made_from_the_numbers() =>
        Drawn.TablesShouldBe("faults.md", Tables.ToDictionary(table => table.Key, table => FaultReport.Short(Rows.Where(table.Value))));

    [TestCase("", false)]
    [TestCase("", true)]
    [TestCase("production.yaml", false)]
    public void Every_fault_was_tried(string values, bool isBusy)
    {
        string[] faults = [.. FaultTests.Faults.Concat(FaultTests.Rollouts).Select(fault => (string)fault.Arguments[0]!)];
        faults.Length.ShouldBeGreaterThan(20);
        faults
            .Except(Rows.Where(row => row.Values == values && row.IsBusy == isBusy && !IsOld(row)).Select(row => row.Fault))
            .ShouldBeEmpty();
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
}
