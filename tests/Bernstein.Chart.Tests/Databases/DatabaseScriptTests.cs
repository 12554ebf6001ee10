namespace Bernstein.Chart.Tests.Databases;

/// <summary>The scripts that the chart gives to pods: those of Transcripts beside a real PostgreSQL, each in a database of its own, and those of WithoutServer.</summary>
[NeedsUnix("the shell")]
public sealed class DatabaseScriptTests
{
    private static readonly Lazy<PostgresServer> Postgres = new(() => new PostgresServer());

    private static IEnumerable<TestCaseData> Served => Transcript.In("Databases", "Transcripts");

    private static IEnumerable<TestCaseData> WithoutServer => Transcript.In("Databases", "WithoutServer");

    [OneTimeTearDown]
    public static void EndPostgres()
    {
        if (Postgres.IsValueCreated)
        {
            Postgres.Value.Dispose();
        }
    }

    [TestCaseSource(nameof(Served))]
    [Platform("Linux")]
    [Needs("postgres", "initdb", "psql")]
    public void A_script_keeps_the_votes_as_is_written(Transcript transcript) => transcript.ShouldHold(Postgres.Value.NewDatabase());

    [TestCaseSource(nameof(WithoutServer))]
    public void A_script_does_what_is_written(Transcript transcript) => transcript.ShouldHold();
}
