namespace Bernstein.Kubernetes.Tests.Manifests;

/// <summary>Whatever is in a folder, it is read, and what can't be gets one clear line.</summary>
public sealed class FolderReaderTests
{
    private const string Object = "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a}\n";

    private readonly TemporaryFolder _folder = new();

    [TearDown]
    public void Remove() => _folder.Dispose();

    [Test]
    public void Line_ends_of_Windows_and_byte_order_marks_change_nothing()
    {
        foreach (
            var (name, encoding) in new (string, Encoding)[]
            {
                ("a", new UTF8Encoding(true)),
                ("b", Encoding.Unicode),
                ("c", Encoding.BigEndianUnicode),
            }
        )
        {
            File.WriteAllText(_folder.In($"{name}.yaml"), Object.Replace("\n", "\r\n", StringComparison.Ordinal), encoding);
        }

        FlatFiles.Read(_folder.Path).Objects.Select(found => found.Name).ShouldBe(["a", "a", "a"]);
    }

    [Test]
    [NeedsUnix("pipes and links")]
    public void Files_that_must_not_be_opened_are_named()
    {
        File.WriteAllText(_folder.In("a.yaml"), Object);
        File.WriteAllBytes(_folder.In("binary.yaml"), [0xff, 0x00, 0xfe, 0x80]);
        File.WriteAllBytes(_folder.In("nul.yaml"), "a: \0b"u8.ToArray());
        File.WriteAllText(_folder.In("empty.yaml"), "");
        File.WriteAllText(_folder.In("huge.yaml"), new string('#', 9 << 20));
        Directory.CreateDirectory(_folder.In("folder.yaml"));
        File.CreateSymbolicLink(_folder.In("out.yaml"), "/etc/hosts");
        File.CreateSymbolicLink(_folder.In("nowhere.yaml"), _folder.In("nothing"));
        File.CreateSymbolicLink(_folder.In("circle.yaml"), _folder.In("circle.yaml"));
        File.CreateSymbolicLink(_folder.In("within.yaml"), _folder.In("a.yaml"));
        Directory.CreateSymbolicLink(_folder.In("up"), _folder.Path);
        new Command("mkfifo", [_folder.In("pipe.yaml")]).Run();
        Directory.CreateDirectory(_folder.In(".git"));
        File.WriteAllText(_folder.In(".git/b.yaml"), Object);

        var read = FlatFiles.Read(_folder.Path);
        read.Remarks.Select(remark => $"{remark.Location.File}: {remark.Message}")
            .ShouldBe([
                "binary.yaml: left out: not a text in UTF-8",
                "circle.yaml: left out: a link that leads to no file",
                "empty.yaml: left out: empty",
                "huge.yaml: left out: larger than 8 MiB",
                "nowhere.yaml: left out: a link that leads to no file",
                "nul.yaml: left out: not a text in UTF-8",
                "out.yaml: left out: a link out of the folder",
                "pipe.yaml: left out: a pipe, and no file",
                "up: left out: a link to a folder",
            ]);
        read.Objects.Select(found => found.File).ShouldBe(["a.yaml", "within.yaml"]);
    }

    [Test]
    [Platform("Linux")]
    [System.Runtime.Versioning.SupportedOSPlatform("linux")]
    public void What_may_not_be_read_is_named()
    {
        File.WriteAllText(_folder.In("a.yaml"), Object);
        Directory.CreateDirectory(_folder.In("closed"), UnixFileMode.None);
        File.WriteAllText(_folder.In("closed.yaml"), Object);
        File.SetUnixFileMode(_folder.In("closed.yaml"), UnixFileMode.None);
        File.SetUnixFileMode(_folder.Path, (UnixFileMode)0b111_111_111);

        string[] remarks;
        string[] whole;
        using (new Nobody())
        {
            remarks = [.. FlatFiles.Read(_folder.Path).Remarks.Select(remark => $"{remark.Location.File}: {remark.Message}")];
            whole = [Should.Throw<UnauthorizedAccessException>(() => FlatFiles.Read(_folder.In("closed"))).Message];
        }

        remarks.ShouldBe(["closed: left out: a folder that can't be read", "closed.yaml: left out: it can't be opened"]);
        whole.ShouldBe([$"the folder {_folder.In("closed")} can't be read"]);
    }

    [Test]
    public void The_largest_file_that_is_read_takes_no_more_than_a_process_may()
    {
        foreach (var text in new[] { "- a\n", "? ", "{a: ", "- - - ", "'", "&a ", "!a ", "a: b\n" })
        {
            var line = string.Concat(Enumerable.Repeat(text, (8 << 20) / text.Length));
            File.WriteAllText(_folder.In("big.yaml"), line);
            FlatFiles.Read(_folder.Path).Files.ShouldHaveSingleItem();
        }
    }
}
