namespace Bernstein.Chart.Tests.Databases;

/// <summary>How the ledger reads the files of redis and sets them aside: its functions, without a server.</summary>
[Platform("Linux")]
[NeedsUnix("the shell")]
public sealed class LedgerFileTests : FolderTest
{
    private const string Pushed = "*3\r\n$5\r\nRPUSH\r\n$5\r\nvotes\r\n$2\r\n{}\r\n";

    private const string Begin = "*2\r\n$6\r\nSELECT\r\n$1\r\n0\r\n";

    [TestCase("as poll writes it", Begin + Pushed, "{}\n")]
    [TestCase(
        "as redis writes it anew",
        Begin + "*4\r\n$5\r\nRPUSH\r\n$5\r\nvotes\r\n$7\r\n{\"a\":1}\r\n$7\r\n{\"a\":2}\r\n",
        "{\"a\":1}\n{\"a\":2}\n"
    )]
    [TestCase("in small letters", "*3\r\n$5\r\nlpush\r\n$5\r\nvotes\r\n$2\r\n{}\r\n", "{}\n")]
    [TestCase("of another list", "*3\r\n$5\r\nRPUSH\r\n$5\r\nother\r\n$2\r\n{}\r\n", "")]
    [TestCase("taken", "*2\r\n$4\r\nLPOP\r\n$5\r\nvotes\r\n", "")]
    [TestCase(
        "still being written",
        "*3\r\n$5\r\nRPUSH\r\n$5\r\nvotes\r\n$2\r\n{}\r\n*3\r\n$5\r\nRPUSH\r\n$5\r\nvotes\r\n$9\r\n{\"a\"",
        "{}\n"
    )]
    [TestCase("many values, the last being written", "*4\r\n$5\r\nRPUSH\r\n$5\r\nvotes\r\n$2\r\n{}\r\n$2\r\n", "")]
    [TestCase("no votes", "*5\r\n$5\r\nRPUSH\r\n$5\r\nvotes\r\n$1\r\nx\r\n$6\r\n{a\r\nb}\r\n$3\r\n{\0}\r\n", "\n\n\n")]
    [TestCase("with notes of the time", "#TS:1700000000\r\n" + Pushed, "{}\n")]
    [TestCase("letters of several bytes", "*3\r\n$5\r\nRPUSH\r\n$5\r\nvotes\r\n$4\r\n{é}\r\n" + Pushed, "{é}\n{}\n")]
    [TestCase("emptied", "*3\r\n$5\r\nRPUSH\r\n$5\r\nvotes\r\n$2\r\n{}\r\n*1\r\n$8\r\nFLUSHALL\r\n", "{}\nFLUSHALL\n")]
    [TestCase("from before the ledger", "REDIS0009\r\n*2\r\n\0votes*2\r\n$9\r\nxyz" + Begin + Pushed, "{}\n")]
    [TestCase("from before the ledger, and nothing since", "REDIS0009\0votes", "")]
    [TestCase("nothing", "", "")]
    public void It_reads_the_votes_in_whole_commands(string file, string content, string votes)
    {
        File.WriteAllText(Folder.In("file"), content);
        Run($"votes_in '{Folder.In("file")}'").ShouldBe(votes, file);
    }

    [Test]
    public void It_reads_the_files_that_redis_reads_in_their_order()
    {
        Run("current").ShouldBe("");
        File.WriteAllText(Folder.In("appendonly.aof"), "");
        Run("current").ShouldBe($"{Folder.In("appendonly.aof")}\n");
        Directory.CreateDirectory(Folder.In("appendonlydir"));
        File.WriteAllText(
            Folder.In("appendonlydir/appendonly.aof.manifest"),
            "file appendonly.aof.2.base.aof seq 2 type b\nfile appendonly.aof.1.incr.aof seq 1 type h\nfile appendonly.aof.2.incr.aof seq 2 type i\n"
        );
        Run("current")
            .ShouldBe($"{Folder.In("appendonlydir/appendonly.aof.2.base.aof")}\n{Folder.In("appendonlydir/appendonly.aof.2.incr.aof")}\n");
    }

    // Before version 7 the new file takes the place of the old one.
    [Test]
    public void What_was_set_aside_counts_until_redis_writes_its_file_anew_by_itself()
    {
        const string Anew = "echo new >\"$data/new\" && mv \"$data/new\" \"$data/appendonly.aof\"";
        File.WriteAllText(Folder.In("appendonly.aof"), "votes");
        Run("total=1 taken=0; turn_over").ShouldBe("");
        File.ReadAllText(Folder.In("ledger/001")).ShouldBe("votes");

        Run("follows; echo $?").ShouldBe("0\n", "redis has only begun");
        File.AppendAllText(Folder.In("appendonly.aof"), " and more");
        File.ReadAllText(Folder.In("ledger/001")).ShouldBe("votes and more");

        Run($"{Anew}; follows; echo $?").ShouldBe("0\n", "redis has written its file anew, as it was told");
        Run("follows; echo $?").ShouldBe("0\n");
        Run($"{Anew}; follows; echo $?").ShouldBe("1\n", "and once more, as it was not");
    }

    [Test]
    public void What_was_set_aside_stays_until_it_is_compared()
    {
        File.WriteAllText(Folder.In("appendonly.aof"), "votes");
        Run("total=1 taken=0; turn_over");
        Run("memory=0 total=5 before=3 taken=2; turn_over");
        Directory.Exists(Folder.In("ledger")).ShouldBeTrue();
        Run("memory=0 total=3 before=3 taken=3; turn_over; echo $taken $total").ShouldBe("0 0\n");
        Directory.Exists(Folder.In("ledger")).ShouldBeFalse();
    }

    [Test]
    public void A_volume_that_takes_no_link_keeps_the_file_as_it_is()
    {
        File.WriteAllText(Folder.In("appendonly.aof"), "votes");
        Run("ln() { return 1; }; ask_redis() { echo asked; }; total=1 taken=0; turn_over; echo $?").ShouldBe("1\n");
        Directory.GetFileSystemEntries(Folder.Path).Select(Path.GetFileName).ShouldBe(["appendonly.aof"]);
    }

    private string Run(string words) =>
        new Command("bash", ["-c", $"{ChartScript.Of("ledger").Text.Split("\ntrap ")[0]}\nask_redis() {{ return; }}\n{words}"])
        {
            Environment = new Dictionary<string, string> { ["DATA"] = Folder.Path, ["TMPDIR"] = Folder.Path },
        }
            .TryRun()
            .Output;
}
