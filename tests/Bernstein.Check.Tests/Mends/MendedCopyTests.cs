namespace Bernstein.Check.Tests.Mends;

/// <summary>A mended copy is written beside the original, which stays as it is.</summary>
public sealed class MendedCopyTests : FolderTest
{
    private string Original => Folder.In("original");

    private string Copy => Folder.In("copy");

    [SetUp]
    public void Write()
    {
        foreach (var (name, text) in Sample.Reference.With("poll.deployment.yaml", "replicas: 2", "replicas: 1 # later more").Files)
        {
            Folder.Write($"original/{name}", text);
        }

        Folder.Write("original/notes/read-me.txt", "mine");
    }

    [Test]
    public void It_holds_the_mends_and_everything_else_as_it_was()
    {
        var before = Files();
        var mended = MendedCopy.Write(FlatFiles.Read(Original), Assess(Original).Mends, Copy);

        mended.Made.ShouldBe(1);
        File.ReadAllText(Path.Combine(Copy, "poll.deployment.yaml")).ShouldContain("replicas: 2 # later more");
        File.ReadAllText(Path.Combine(Copy, "notes", "read-me.txt")).ShouldBe("mine");
        Assess(Copy).Failed.ShouldBe(0);
        Files().ShouldBe(before);
    }

    [Test]
    public void It_is_never_written_over_something()
    {
        Directory.CreateDirectory(Copy);
        File.WriteAllText(Path.Combine(Copy, "kept"), "kept");

        Should.Throw<IOException>(() => MendedCopy.Write(FlatFiles.Read(Original), [], Copy)).Message.ShouldContain("is not empty");
        Should.Throw<IOException>(() => MendedCopy.Write(FlatFiles.Read(Original), [], Original)).Message.ShouldContain("is not empty");
        Should
            .Throw<IOException>(() => MendedCopy.Write(FlatFiles.Read(Original), [], Path.Combine(Original, "notes", "new")))
            .Message.ShouldContain("name a directory outside it");
        Directory.EnumerateFileSystemEntries(Copy).Count().ShouldBe(1);
    }

    // A name that no disk takes stands for a disk that is full.
    [Test]
    public void Nothing_half_is_left_where_a_file_can_t_be_written()
    {
        var before = Files();
        var mends = Assess(Original).Mends.Append(Mend.Of("Too long.", Edit.Add($"{new string('a', 300)}.yaml", "a: b\n"))).ToArray();

        Should.Throw<IOException>(() => MendedCopy.Write(FlatFiles.Read(Original), mends, Copy));
        Should.Throw<IOException>(() => MendedCopy.WriteInPlace(FlatFiles.Read(Original), mends));
        Directory.Exists(Copy).ShouldBeFalse();
        Files().ShouldBe(before);

        Directory.CreateDirectory(Copy);
        Should.Throw<IOException>(() => MendedCopy.Write(FlatFiles.Read(Original), mends, Copy));
        Directory.EnumerateFileSystemEntries(Copy).ShouldBeEmpty();
    }

    [Test]
    [NeedsUnix("links and modes")]
    [System.Runtime.Versioning.SupportedOSPlatform("linux")]
    public void A_file_that_is_fixed_in_place_keeps_its_mode_and_a_link_its_file()
    {
        const UnixFileMode Mode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        var (file, link) = (Path.Combine(Original, "notes", "poll.yaml"), Path.Combine(Original, "poll.deployment.yaml"));
        File.Move(link, file);
        File.SetUnixFileMode(file, Mode);
        File.CreateSymbolicLink(link, Path.Combine("notes", "poll.yaml"));
        File.CreateSymbolicLink(Path.Combine(Original, "poll-again.yaml"), Path.Combine("notes", "poll.yaml"));
        var folder = FlatFiles.Read(Original);

        MendedCopy.WriteInPlace(
            folder,
            Assess(Original).Mends.Where(mend => mend.Edits.All(edit => edit.File.Contains("poll", StringComparison.Ordinal)))
        );

        (new FileInfo(link).LinkTarget, File.GetUnixFileMode(file)).ShouldBe((Path.Combine("notes", "poll.yaml"), Mode));
        File.ReadAllText(file).ShouldContain("replicas: 2 # later more");
    }

    private Dictionary<string, string> Files() =>
        Directory.EnumerateFiles(Original, "*", SearchOption.AllDirectories).ToDictionary(path => path, File.ReadAllText);

    private static Assessment Assess(string folder) => Assessment.Of(new Submission(FlatFiles.Read(folder)));
}
