using Bernstein.Documents.Architecture;

namespace Bernstein.Documents;

/// <summary>What the documents show and nobody writes: made from the flat files and from measured numbers, between two marks.</summary>
internal static partial class DrawnBlocks
{
    /// <summary>The blocks by their names, which stand in the marks.</summary>
    /// <param name="flatFiles">The flat files.</param>
    /// <param name="production">What is rendered with modern, production and TLS.</param>
    /// <param name="numbers">The folder of the measured numbers.</param>
    internal static IReadOnlyDictionary<string, string> Of(ManifestFolder flatFiles, ManifestFolder production, string numbers)
    {
        var (scaling, faults) = (new ScalingTables(LoadReport.In(numbers)), new FaultTables(FaultTables.Read(numbers)));
        return new Dictionary<string, string>
        {
            ["architecture"] = $"```mermaid\n{new MermaidChart(new Application(flatFiles))}```\n",
            ["verdict"] = $"```text\n{Verdict(flatFiles)}```\n",
            ["steps"] = scaling.Steps,
            ["costs"] = scaling.Costs,
            ["set-ups"] = scaling.Settings,
            ["faults"] = faults.Short,
            ["arrows"] = $"{new ConnectionTable(production)}",
        };
    }

    /// <summary>The documents of a working copy that have a block.</summary>
    internal static IEnumerable<string> Documents(string project) =>
        Directory
            .EnumerateFiles(Path.Combine(project, "docs"), "*.md")
            .Append(Path.Combine(project, "README.md"))
            .Where(path => Block().IsMatch(File.ReadAllText(path)))
            .Order(StringComparer.Ordinal);

    /// <summary>The names of the blocks of a document.</summary>
    internal static IEnumerable<string> Names(string path) =>
        Block().Matches(File.ReadAllText(path)).Select(block => block.Groups["name"].Value);

    /// <summary>A document with its blocks as they are now.</summary>
    /// <exception cref="FormatException">It has one of an unknown name.</exception>
    internal static string Fill(string path, IReadOnlyDictionary<string, string> blocks) =>
        Block()
            .Replace(
                File.ReadAllText(path),
                block =>
                    blocks.TryGetValue(block.Groups["name"].Value, out var text)
                        ? $"{block.Groups["begin"].Value}\n{text}\n{block.Groups["end"].Value}"
                        : throw new FormatException(
                            $"{path}: there is no block «{block.Groups["name"].Value}»; there are: {string.Join(", ", blocks.Keys)}"
                        )
            );

    private static string Verdict(ManifestFolder flatFiles)
    {
        var kubernetes = new Version(1, 35);
        using var text = new StringWriter { NewLine = "\n" };
        text.WriteLine($"$ scripts/check manifests --kube-version {kubernetes}");
        new TextReport(new ReportSettings(false, default, new Points([], null))).Write(
            text,
            [new Answer("manifests", Assessment.Of(new Submission(flatFiles, kubernetes)), null)]
        );
        return $"{text}";
    }

    [GeneratedRegex("(?<begin><!-- drawn: (?<name>[^>]+) -->\n).*?(?<end><!-- end -->)", RegexOptions.Singleline)]
    private static partial Regex Block();
}
