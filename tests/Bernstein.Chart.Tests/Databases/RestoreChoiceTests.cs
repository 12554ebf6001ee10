namespace Bernstein.Chart.Tests.Databases;

/// <summary>Which backup a restore takes, by the name of its Job.</summary>
public sealed class RestoreChoiceTests : BackupTest
{
    private readonly TemporaryFolder _three = new();

    [SetUp]
    public void CopyThree()
    {
        if (Directory.GetFiles(_three.Path).Length == 0)
        {
            WriteThree();
        }

        foreach (var path in Directory.EnumerateFiles(_three.Path))
        {
            File.Copy(path, Path.Combine(Claim, Path.GetFileName(path)), overwrite: true);
        }

        Postgres.Query("TRUNCATE votes");
    }

    [OneTimeTearDown]
    public void RemoveThree() => _three.Dispose();

    private void WriteThree()
    {
        foreach (var (number, time) in new[] { (1, "20250101-000000"), (2, "20250101-120000"), (3, "20250102-000000") })
        {
            Postgres.Query($"TRUNCATE votes; INSERT INTO votes VALUES ('voter', '{number}')");
            Backup(("KEEP", "3")).Run();
            var name = Rename(Names()[^1], number, time);
            File.Copy(Path.Combine(Claim, name), _three.In(name));
        }
    }

    [TestCase("restore-now", "3")]
    [TestCase("restore-everything", "3")]
    [TestCase("undo", "3")]
    [TestCase("restore-20250101-120000", "2")]
    [TestCase("restore-20250101-12", "2")]
    [TestCase("undo-20250101-000000", "1")]
    [TestCase("restore-vote-20250101-000000", "1")]
    [TestCase("20250102", "3")]
    [TestCase("restore-000002", "2")]
    public void A_name_without_a_number_takes_the_newest_and_one_with_a_number_that_one(string job, string vote)
    {
        Restore(job).Run();
        Votes().ShouldBe([$"voter|{vote}"]);
    }

    [TestCase("restore-20240101", 0, "20240101")]
    [TestCase("restore-20250101", 2, "20250101")]
    [TestCase("restore2", 3, "2")]
    [TestCase("restore-v2-20250102", 0, "2-20250102")]
    [TestCase("restore-3", 0, "3")]
    [TestCase("restore-1780000000", 0, "1780000000")]
    public void A_name_that_fits_none_or_several_is_refused_with_those_that_there_are(string job, int number, string wanted)
    {
        var refused = Restore(job).TryRun();
        refused.ExitCode.ShouldBe(1);
        refused.Error.ShouldStartWith(
            $"{number} backups fit {wanted} of the Job {job}. There are:\nvotes-000001-20250101-000000-1.dump: 1 votes, "
        );
        Votes().ShouldBeEmpty();
    }

    [Test]
    public void Without_any_backup_nothing_is_done()
    {
        Directory.Delete(Claim, recursive: true);
        Directory.CreateDirectory(Claim);
        var refused = Restore("restore-now").TryRun();
        (refused.ExitCode, refused.Error).ShouldBe((1, "0 backups fit the name of the Job restore-now. There are:\n\n"));
    }
}
