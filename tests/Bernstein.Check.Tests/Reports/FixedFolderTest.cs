namespace Bernstein.Check.Tests.Reports;

/// <summary>A folder that is fixed in more than one way, and a copy that is fixed by <c>--fix</c>.</summary>
public abstract class FixedFolderTest : FolderTest
{
    private protected string HandIn => Folder.In("hand in");

    private protected string Copy => Folder.In("copy");

    private protected void Write(IReadOnlyDictionary<string, string> files)
    {
        foreach (var (name, text) in files)
        {
            Folder.Write($"hand in/{name}", text);
        }
    }

    private protected IEnumerable<string> Differences()
    {
        var (mine, theirs) = (Files(HandIn), Files(Copy));
        return mine
            .Keys.Union(theirs.Keys)
            .Where(path => mine.GetValueOrDefault(path) != theirs.GetValueOrDefault(path))
            .Select(path => $"{path}:\n{mine.GetValueOrDefault(path)}\nby --fix:\n{theirs.GetValueOrDefault(path)}");
    }

    private static Dictionary<string, string> Files(string folder) =>
        Directory
            .EnumerateFiles(folder, "*", SearchOption.AllDirectories)
            .Select(path => (Path: Path.GetRelativePath(folder, path), Bytes: Encoding.Latin1.GetString(File.ReadAllBytes(path))))
            .Where(file => !file.Path.StartsWith(".git", StringComparison.Ordinal))
            .OrderBy(file => file.Path, StringComparer.Ordinal)
            .ToDictionary(file => file.Path, file => file.Bytes);

    private protected static (int ExitCode, string Output, string Error) Check(params string[] arguments) => CommandTest.Check(arguments);
}
