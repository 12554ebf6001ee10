namespace Bernstein.Chart.Tests.Documents;

/// <summary>
/// A block of commands in a document. The words behind its language say what runs it: <c>run</c> for the tests of the documents, <c>cluster</c>
/// for somebody with a cluster, <c>by NAME…</c> for other tests or scripts.
/// </summary>
public sealed partial record CommandBlock(Document Document, int Line, string Mark, string Text)
{
    /// <summary>The documents whose commands are run: those of the chart go with it.</summary>
    public static IEnumerable<Document> Documents =>
        Document.All.Where(document => !document.Path.StartsWith("chart/", StringComparison.Ordinal));

    /// <summary>Every block of commands in them.</summary>
    public static IReadOnlyList<CommandBlock> All { get; } = [.. Documents.SelectMany(In)];

    /// <summary>The tests or scripts that run it.</summary>
    internal IReadOnlyList<string> Runners =>
        Mark.StartsWith("by ", StringComparison.Ordinal) ? Mark["by ".Length..].Split(' ', StringSplitOptions.RemoveEmptyEntries) : [];

    /// <summary>Its commands, without comments; one that goes on in the next line is one.</summary>
    internal IReadOnlyList<string> Commands =>
        [
            .. Text.Replace("\\\n", " ", StringComparison.Ordinal)
                .Split('\n')
                .Select(line => Comment().Replace(line, "").Trim())
                .Where(line => line.Length > 0),
        ];

    public override string ToString() => $"{Document}:{Line}";

    private static IEnumerable<CommandBlock> In(Document document) =>
        Fence()
            .Matches(document.Text)
            .Select(fence => new CommandBlock(
                document,
                document.Text.AsSpan(0, fence.Index).Count('\n') + 1,
                fence.Groups[1].Value.Trim(),
                fence.Groups[2].Value
            ));

    [GeneratedRegex(@"^```(?:sh|bash|shell|console)\b(.*)\n((?:(?!```).*\n)*)```$", RegexOptions.Multiline)]
    private static partial Regex Fence();

    [GeneratedRegex(@"(^|\s+)#( .*|$)")]
    private static partial Regex Comment();
}
