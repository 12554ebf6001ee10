namespace Bernstein.Chart.Tests.Documents;

/// <summary>The numbers that the tables of what each fault costs are made from.</summary>
public sealed class FaultTableTests
{
    private static IReadOnlyList<FaultRow> Rows => FaultTables.Read(Project.In("docs"));

    [Test]
    public void Every_row_is_of_the_guards_of_production_or_of_the_defaults_and_in_the_table()
    {
        Rows.Where(row => row.Values is not ("" or "modern.yaml" or "modern.yaml and production.yaml")).ShouldBeEmpty();
        new FaultTables(Rows)
            .Short.TrimEnd()
            .Split('\n')
            .Skip(2)
            .Select(row => row.Split('|')[1].Trim())
            .ShouldBe(Rows.Select(row => row.Fault).Distinct());
    }

    [TestCase("")]
    [TestCase("modern.yaml")]
    [TestCase("modern.yaml and production.yaml")]
    public void Every_fault_was_tried(string values)
    {
        string[] faults = [.. FaultTests.Faults.Concat(FaultTests.Rollouts).Select(fault => (string)fault.Arguments[0]!)];
        faults.Length.ShouldBeGreaterThan(20);
        faults.Except(Rows.Where(row => row.Values == values).Select(row => row.Fault)).ShouldBeEmpty();
    }

    /// <summary>The one vote is what the worker has taken off the queue and not written yet.</summary>
    [TestCase("modern.yaml", 1)]
    [TestCase("modern.yaml and production.yaml", 0)]
    public void With_guards_no_fault_ever_cost_more_than_one_vote_and_with_a_ledger_none(string values, int most) =>
        Rows.Where(row => row.Values == values && row.Lost > most).ShouldBeEmpty();

    [Test]
    public void Numbers_are_read_as_they_were_written()
    {
        using var folder = new TemporaryFolder();
        FaultTables.Write(folder.Path, Rows);
        FaultTables.Read(folder.Path).ShouldBe(Rows);
    }
}
