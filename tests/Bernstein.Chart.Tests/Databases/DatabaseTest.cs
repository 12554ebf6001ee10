namespace Bernstein.Chart.Tests.Databases;

/// <summary>What the tests of the chart's scripts beside a real PostgreSQL have in common: one server for all of a fixture.</summary>
[Platform("Linux")]
[Needs("postgres", "initdb", "psql")]
[FixtureLifeCycle(LifeCycle.SingleInstance)]
[Parallelizable(ParallelScope.Self)]
public abstract class DatabaseTest
{
    private protected PostgresServer Postgres { get; private set; } = null!;

    [OneTimeSetUp]
    public void StartPostgres() => Postgres = new PostgresServer();

    [OneTimeTearDown]
    public void EndPostgres() => Postgres?.Dispose();
}
