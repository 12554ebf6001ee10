using Bernstein.Chart.Tests.Cluster.Faults;
using Bernstein.Documents.Measured;
using NUnit.Framework;
using Shouldly;

namespace Bernstein.Chart.Tests.Documents;

/// <summary>The numbers that the tables of what each fault costs are made from.</summary>
public sealed class FaultTableTests
{
    private static IReadOnlyList<FaultRow> Rows => FaultTables.Read(Project.In("docs"));

    /// <summary>The rows of a busy machine and of an old Kubernetes are in the file only.</summary>
    [Test]
    public void Every_fault_on_a_quiet_machine_has_a_row()
    {
        new FaultTables(Rows)
            .Short.TrimEnd()
            .Split('\n')
            .Skip(2)
            .Select(row => row.Split('|')[1].Trim())
            .ShouldBe(
                Rows.Where(row => FaultTables.IsOfDefaults(row) || FaultTables.IsOfProduction(row)).Select(row => row.Fault).Distinct()
            );
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
