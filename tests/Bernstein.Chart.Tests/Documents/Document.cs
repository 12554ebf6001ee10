namespace Bernstein.Chart.Tests.Documents;

/// <summary>A document of the project that people read.</summary>
public sealed record Document(string Path)
{
    /// <summary>Every document: those at the top, under docs, of the chart and of the profiles.</summary>
    public static IReadOnlyList<Document> All { get; } =
    [
        .. Directory
            .EnumerateFiles(Project.Root, "*.md")
            .Concat(Directory.EnumerateFiles(Project.In("docs"), "*.md", SearchOption.AllDirectories))
            .Append(Project.In("chart", "bernstein", "README.md"))
            .Append(Project.In("values", "README.md"))
            .Select(path => new Document(System.IO.Path.GetRelativePath(Project.Root, path).Replace('\\', '/')))
            .OrderBy(document => document.Path, StringComparer.Ordinal),
    ];

    /// <summary>Where it is on this machine.</summary>
    internal string FullPath => Project.In(Path.Split('/'));

    internal string Text => File.ReadAllText(FullPath);

    public override string ToString() => Path;
}
