namespace Bernstein.Chart.Tests.Mutation;

/// <summary>An edit of a flat file, and the requirements that it must turn red: exactly these.</summary>
/// <param name="File">The file; its deletion where there is nothing to replace.</param>
/// <param name="From">The text that is replaced, the first time that it stands there.</param>
/// <param name="To">The text that takes its place.</param>
/// <param name="Red">The requirements that fail then.</param>
public sealed record ManifestEdit(string File, string From, string To, IReadOnlyList<string> Red)
{
    private static readonly ChartOptions Options = new()
    {
        Profile = "specification",
        Values = BernsteinChart.FixedPassword + "flatFiles: true\n",
    };

    private static readonly Lazy<IReadOnlyDictionary<string, string>> Rendered = new(() =>
        BernsteinChart.Files(BernsteinChart.Render(Options))
    );

    /// <summary>The flat files of the chart, by name.</summary>
    internal static IReadOnlyDictionary<string, string> Texts => Rendered.Value;

    /// <summary>The same, read.</summary>
    internal static IReadOnlyList<ManifestFile> Manifests => BernsteinChart.Manifests(Options).Files;

    /// <summary>The edits of a file that has one on each line: file | from | to | red red …, with \n for a line end.</summary>
    internal static IEnumerable<ManifestEdit> Read(string path) =>
        from line in System.IO.File.ReadLines(path)
        where line.Length > 0 && !line.StartsWith('#')
        let parts = line.Split(" | ")
        select new ManifestEdit(
            parts[0],
            Unescape(parts[1]),
            Unescape(parts[2]),
            parts.Length > 3 ? parts[3].Split(' ', StringSplitOptions.RemoveEmptyEntries) : []
        );

    /// <summary>The requirements that fail once the edit is made.</summary>
    internal IEnumerable<string> Judge() => Assess().Failures.Select(failure => failure.Requirement.Identifier);

    /// <summary>The flat files once the edit is made, judged.</summary>
    internal Assessment Assess()
    {
        var files = Manifests
            .Where(file => From.Length > 0 || file.Path != File)
            .Select(file => FlatFiles.Parse(file.Path, file.Path == File ? Apply(Texts[File]) : Texts[file.Path]));
        return Assessment.Of(new Submission(new ManifestFolder("edited", [.. files]), new Version(1, 22)));
    }

    public override string ToString() => From.Length == 0 ? $"{File} deleted" : $"{File}: {Escape(From)} → {Escape(To)}";

    private static string Unescape(string text) => text.Replace("\\n", "\n", StringComparison.Ordinal);

    private static string Escape(string text) => text.Replace("\n", "\\n", StringComparison.Ordinal);

    private string Apply(string text)
    {
        var place = text.IndexOf(From, StringComparison.Ordinal);
        return place < 0
            ? throw new InvalidOperationException($"{File} does not hold {Escape(From)}")
            : text[..place] + To + text[(place + From.Length)..];
    }
}
