using Bernstein.Chart.Tests.Cluster;
using Bernstein.Documents.Measured;
using NUnit.Framework;
using Shouldly;

namespace Bernstein.Chart.Tests.Documents;

/// <summary>The numbers that the tables of what each fault costs are made from.</summary>
public sealed class FaultTableTests
{
    private static IReadOnlyList<FaultRow> Rows => FaultTables.Read(Project.In("docs"));

    [Test]
    public void Every_row_stands_in_one_of_the_tables()
    {
        var tables = new FaultTables(Rows);
        // A table has the number of the runs of a fault in its second column.
        new[] { tables.Quiet, tables.Busy, tables.OldKubernetes, tables.Production }
            .SelectMany(table => table.TrimEnd().Split('\n').Skip(2))
            .Sum(row => int.Parse(row.Split('|')[2], System.Globalization.CultureInfo.InvariantCulture))
            .ShouldBe(Rows.Count);
    }

    [TestCase("", false)]
    [TestCase("", true)]
    [TestCase("production.yaml", false)]
    public void Every_fault_was_tried(string values, bool isBusy)
    {
        string[] faults = [.. FaultTests.Faults.Concat(FaultTests.Rollouts).Select(fault => (string)fault.Arguments[0]!)];
        faults.Length.ShouldBeGreaterThan(20);
        faults
            .Except(Rows.Where(row => row.Values == values && row.IsBusy == isBusy && !row.IsOfOldKubernetes).Select(row => row.Fault))
            .ShouldBeEmpty();
    }

    [Test]
    public void With_production_no_accepted_vote_was_ever_lost() =>
        Rows.Where(row => row.Values.Length > 0 && row.Lost > 0).ShouldBeEmpty();

    [Test]
    public void Numbers_are_read_as_they_were_written()
    {
        using var folder = new TemporaryFolder();
        FaultTables.Write(folder.Path, Rows);
        FaultTables.Read(folder.Path).ShouldBe(Rows);
    }
}
