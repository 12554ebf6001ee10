using System.Net.Sockets;

namespace Bernstein.Check.Tests.Hostile;

/// <summary>Something that a user may name, and that is no orderly hand-in.</summary>
/// <param name="Name">What it is, in a few words without a colon.</param>
/// <param name="Arrange">Makes it in an empty folder, and says the arguments that name it.</param>
internal sealed record HostileCase(string Name, Func<string, string[]> Arrange)
{
    /// <summary>The flat file that a case damages.</summary>
    internal const string DamagedFile = "redis.configmap.yaml";

    private const string Map = "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: redis}\ndata: {REDIS_HOST: redis}\n";

    /// <summary>What stands on standard input.</summary>
    internal byte[] Input { get; private init; } = [];

    /// <summary>Every case: names, folders, and flat files that are damaged.</summary>
    internal static IReadOnlyList<HostileCase> All { get; } =
    [
        new("an empty name", _ => [""]),
        new("a folder that is not there", folder => [Path.Combine(folder, "nowhere")]),
        new("a name with a line end", folder => [$"{folder}/a\nb: 105 passed"]),
        new("a name with codes of a terminal", folder => [$"{folder}/\e[32mall passed\e[0m"]),
        new("a name that turns the writing", folder => [$"{folder}/\u202Elmay"]),
        new("a name of five thousand letters", folder => [$"{folder}/{new string('a', 5000)}"]),
        new("an option that there is not", folder => [folder, "--colour"]),
        new("two names of which one is not there", folder => [Write(folder, ("redis.configmap.yaml", Map))[0], $"{folder}/nowhere"]),
        new("a file of another kind", folder => [WriteFile(folder, "notes.txt", "hello")]),
        new("an archive", folder => [WriteFile(folder, "hand-in.zip", "PK")]),
        new("a file that is not there", folder => [$"{folder}/redis.configmap.yaml"]),
        new("a folder that is called like a file", folder => [Directory.CreateDirectory($"{folder}/a.yaml").FullName]),
        new("a device without content", _ => ["/dev/null"]),
        new("a device without end", _ => ["/dev/zero"]),
        new("a link to nothing", folder => [File.CreateSymbolicLink($"{folder}/link", $"{folder}/nowhere").FullName]),
        new("a link to itself", folder => [File.CreateSymbolicLink($"{folder}/link", $"{folder}/link").FullName]),
        new("a link to a folder without anything", folder => [Directory.CreateSymbolicLink($"{folder}/link", folder).FullName]),
        new("a file of one broken document", folder => [WriteFile(folder, "all.yaml", "a: [")]),
        new("an empty file", folder => [WriteFile(folder, "all.yaml", "")]),
        new("one flat file", folder => [WriteFile(folder, "redis.configmap.yaml", Map)]),
        new("an empty standard input", _ => ["-"]),
        new("standard input twice", _ => ["-", "-"]),
        new("a standard input that is no text", _ => ["-"]) { Input = [0xff, 0x00, 0x80] },
        new("a standard input that breaks off", _ => ["-"]) { Input = Encoding.UTF8.GetBytes(Map + "---\na: 'b\n") },
        new("a standard input that is an error message", _ => ["-"]) { Input = "Error: chart not found\n"u8.ToArray() },
        new("an older hand-in that is not there", folder => [.. Write(folder, ("redis.configmap.yaml", Map)), "--since", $"{folder}/old"]),
        new(
            "points that are not there",
            folder => [.. Write(folder, ("redis.configmap.yaml", Map)), "--format", "csv", "--points", $"{folder}/points"]
        ),
        new("an empty folder", folder => [folder]),
        new("only a pipe", folder => [Pipe(folder)]),
        new("only a socket", folder => [Socket(folder)]),
        Broken("a pipe among them", folder => Pipe(folder)),
        Broken("a link out of the folder", folder => File.CreateSymbolicLink($"{folder}/a.yaml", "/etc/hosts")),
        Broken("a link that leads nowhere", folder => File.CreateSymbolicLink($"{folder}/a.yaml", $"{folder}/nowhere")),
        Broken("a link in a circle", folder => File.CreateSymbolicLink($"{folder}/a.yaml", $"{folder}/a.yaml")),
        Broken("a link to the folder itself", folder => Directory.CreateSymbolicLink($"{folder}/again", folder)),
        Broken("a file that is no text", folder => File.WriteAllBytes($"{folder}/a.yaml", [0xff, 0x00, 0xfe])),
        Broken("a zero byte", folder => File.WriteAllText($"{folder}/a.yaml", "a: \0b")),
        Broken(
            "Latin letters of old",
            folder => File.WriteAllBytes($"{folder}/a.yaml", "a: \xe9"u8.ToArray()[..3].Append((byte)0xe9).ToArray())
        ),
        Broken("UTF-16 without its mark", folder => File.WriteAllBytes($"{folder}/a.yaml", Encoding.Unicode.GetBytes(Map))),
        Broken("a huge file", folder => File.WriteAllText($"{folder}/a.yaml", new string('#', 9 << 20))),
        Broken(
            "many large files",
            folder => Repeat(3, number => File.WriteAllText($"{folder}/a{number}.yaml", Other(number) + new string('#', 5 << 20)))
        ),
        Broken("a thousand files", folder => Repeat(1_000, number => File.WriteAllText($"{folder}/a{number}.yaml", Other(number)))),
        Broken(
            "a file deep down",
            folder =>
                WriteFile(
                    Directory.CreateDirectory($"{folder}/{string.Join('/', Enumerable.Repeat("a", 200))}").FullName,
                    "a.yaml",
                    "# deep"
                )
        ),
        Broken("a name of a file with codes of a terminal", folder => WriteFile(folder, "\e[32mok\r.yaml", "a")),
        Broken("an ending in upper case", folder => WriteFile(folder, "a.YAML", "a: [")),
        Broken("the copy of an editor", folder => WriteFile(folder, "redis.configmap.yaml~", Map)),
        Damaged("aliases of aliases", _ => Bomb()),
        Damaged("a hundred thousand brackets", text => $"{text}---\n{new string('[', 100_000)}"),
        Damaged("line ends of old Macs", text => text.Replace('\n', '\r')),
        Damaged(
            "a name of a hundred thousand letters",
            text => text.Replace("name: redis", $"name: {new string('a', 100_000)}", StringComparison.Ordinal)
        ),
        .. Texts(),
    ];

    /// <summary>Its name, as a list of tests shows it.</summary>
    public override string ToString() => Name;

    private static IEnumerable<HostileCase> Texts() =>
        CaseFile
            .Read(Project.In("tests", "Bernstein.Check.Tests", "Hostile", "texts.yaml"))
            .Entries.Select(told =>
                told.Value["files"].IsSet
                    ? new HostileCase(
                        told.Key,
                        folder => Write(folder, [.. told.Value["files"].Entries.Select(file => (file.Key, Text(file.Value)))])
                    )
                    : Damaged(told.Key, text => Damage(text, told.Value))
            );

    private static string Damage(string text, Node how) =>
        how["replaced"].IsSet
            ? text.Replace(how["replaced"].Entries[0].Key, Text(how["replaced"].Entries[0].Value), StringComparison.Ordinal)
            : Text(how["text"]).Replace("$", text, StringComparison.Ordinal);

    // An empty text is one too.
    private static string Text(Node node) => ((Scalar)node).Value;

    private static string Other(int number) => $"apiVersion: v1\nkind: ConfigMap\nmetadata: {{name: a{number}}}\n";

    // The reference, which meets every requirement, and something beside it.
    private static HostileCase Broken(string name, Action<string> breakIt) =>
        new(
            name,
            folder =>
            {
                var arguments = Write(folder, [.. Sample.Reference.Files.Select(file => (file.Key, file.Value))]);
                breakIt(folder);
                return arguments;
            }
        );

    private static HostileCase Damaged(string name, Func<string, string> damage) =>
        Broken(name, folder => WriteFile(folder, DamagedFile, damage(Sample.Reference.Files[DamagedFile])));

    private static string[] Write(string folder, params (string Name, string Text)[] files)
    {
        foreach (var (name, text) in files)
        {
            WriteFile(folder, name, text);
        }

        return [folder];
    }

    private static string WriteFile(string folder, string name, string text)
    {
        var path = Path.Combine(folder, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text, new UTF8Encoding(false));
        return path;
    }

    private static string Pipe(string folder)
    {
        new Command("mkfifo", [$"{folder}/pipe.yaml"]).Run();
        return folder;
    }

    private static string Socket(string folder)
    {
        using var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        // A bound socket takes its file away when it is closed, and leaves one that was moved.
        socket.Bind(new UnixDomainSocketEndPoint($"{folder}/s"));
        File.Move($"{folder}/s", $"{folder}/socket.yaml");
        return folder;
    }

    private static void Repeat(int times, Action<int> make)
    {
        for (var number = 0; number < times; number++)
        {
            make(number);
        }
    }

    private static string Bomb() =>
        string.Concat(
            Enumerable
                .Range(1, 20)
                .Select(level => $"a{level}: &a{level} [{string.Join(", ", Enumerable.Repeat(level == 1 ? "x" : $"*a{level - 1}", 10))}]\n")
        );
}
