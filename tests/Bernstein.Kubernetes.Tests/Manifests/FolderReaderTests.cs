namespace Bernstein.Kubernetes.Tests.Manifests;

/// <summary>Whatever is in a folder, it is read, and what can't be gets one clear line.</summary>
public sealed class FolderReaderTests : FolderTest
{
    private const string Object = "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a}\n";

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
            File.WriteAllText(Folder.In($"{name}.yaml"), Object.Replace("\n", "\r\n", StringComparison.Ordinal), encoding);
        }

        FlatFiles.Read(Folder.Path).Objects.Select(found => found.Name).ShouldBe(["a", "a", "a"]);
    }

    [Test]
    [NeedsUnix("pipes and links")]
    public void Files_that_must_not_be_opened_are_named()
    {
        File.WriteAllText(Folder.In("a.yaml"), Object);
        File.WriteAllBytes(Folder.In("binary.yaml"), [0xff, 0x00, 0xfe, 0x80]);
        File.WriteAllBytes(Folder.In("nul.yaml"), "a: \0b"u8.ToArray());
        File.WriteAllText(Folder.In("empty.yaml"), "");
        File.WriteAllText(Folder.In("huge.yaml"), new string('#', 9 << 20));
        Directory.CreateDirectory(Folder.In("folder.yaml"));
        File.CreateSymbolicLink(Folder.In("out.yaml"), "/etc/hosts");
        File.CreateSymbolicLink(Folder.In("nowhere.yaml"), Folder.In("nothing"));
        File.CreateSymbolicLink(Folder.In("circle.yaml"), Folder.In("circle.yaml"));
        File.CreateSymbolicLink(Folder.In("within.yaml"), Folder.In("a.yaml"));
        Directory.CreateSymbolicLink(Folder.In("up"), Folder.Path);
        new Command("mkfifo", [Folder.In("pipe.yaml")]).Run();
        Directory.CreateDirectory(Folder.In(".git"));
        File.WriteAllText(Folder.In(".git/b.yaml"), Object);

        var read = FlatFiles.Read(Folder.Path);
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
        File.WriteAllText(Folder.In("a.yaml"), Object);
        Directory.CreateDirectory(Folder.In("closed"), UnixFileMode.None);
        File.WriteAllText(Folder.In("closed.yaml"), Object);
        File.SetUnixFileMode(Folder.In("closed.yaml"), UnixFileMode.None);
        File.SetUnixFileMode(Folder.Path, (UnixFileMode)0b111_111_111);

        string[] remarks;
        string[] whole;
        using (new Nobody())
        {
            remarks = [.. FlatFiles.Read(Folder.Path).Remarks.Select(remark => $"{remark.Location.File}: {remark.Message}")];
            whole = [Should.Throw<UnauthorizedAccessException>(() => FlatFiles.Read(Folder.In("closed"))).Message];
        }

        remarks.ShouldBe(["closed: left out: a folder that can't be read", "closed.yaml: left out: it can't be opened"]);
        whole.ShouldBe([$"the folder {Folder.In("closed")} can't be read"]);
    }

    [Test]
    public void The_largest_file_that_is_read_takes_no_more_than_a_process_may()
    {
        foreach (var text in new[] { "- a\n", "? ", "{a: ", "- - - ", "'", "&a ", "!a ", "a: b\n" })
        {
            var line = string.Concat(Enumerable.Repeat(text, (8 << 20) / text.Length));
            File.WriteAllText(Folder.In("big.yaml"), line);
            FlatFiles.Read(Folder.Path).Files.ShouldHaveSingleItem();
        }
    }
}
