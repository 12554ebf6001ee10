namespace Bernstein.Chart.Tests.Harness;

/// <summary>
/// What must stand in a manifest: of a mapping the keys that are named, of a list each item that is named, somewhere; null is what must not be
/// there. Instead of a value: <c>$only</c>, the whole list in its order; <c>$each</c>, what every item must be; <c>$not</c>, what none may be; <c>$starts</c>,
/// <c>$ends</c>, <c>$has</c> and <c>$lacks</c>, parts of a text.
/// </summary>
internal static class Pattern
{
    /// <summary>Why a value is not as the pattern says; nothing where it is.</summary>
    internal static IEnumerable<string> Differences(Node pattern, Node found, string path) =>
        pattern switch
        {
            Scalar { IsSet: false } => found.IsSet ? [$"{path} is {found.Shown}, and must not be there"] : [],
            Scalar scalar => found is Scalar { IsSet: true } other && (other.Value, other.Type) == (scalar.Value, scalar.Type)
                ? []
                : [$"{path} is {found.Shown}, and must be {scalar.Shown}"],
            Sequence => pattern.Items.Where(item => !Has(found, item)).Select(item => $"{path} lacks {YamlWriter.Flow(item)}"),
            _ => pattern.Entries.SelectMany(entry => Differences(entry.Key, entry.Value, found, path)),
        };

    private static IEnumerable<string> Differences(string key, Node pattern, Node found, string path)
    {
        var (text, asked) = (found.Text ?? "", pattern.Text ?? "");
        return key switch
        {
            "$only" when pattern.Items.Count != found.Items.Count => [$"{path} has {found.Items.Count} items: {YamlWriter.Flow(found)}"],
            "$only" => pattern.Items.SelectMany((item, at) => Differences(item, found.Items[at], $"{path}[{at}]")),
            "$each" when found.Items.Count == 0 => [$"{path} has no items"],
            "$each" => found.Items.SelectMany((item, at) => Differences(pattern, item, $"{path}[{at}]")),
            "$not" => Has(found, pattern) ? [$"{path} has {YamlWriter.Flow(pattern)}"] : [],
            "$starts" when found.IsSet && text.StartsWith(asked, StringComparison.Ordinal) => [],
            "$ends" when found.IsSet && text.EndsWith(asked, StringComparison.Ordinal) => [],
            "$has" when found.IsSet && text.Contains(asked, StringComparison.Ordinal) => [],
            "$lacks" when found.IsSet && !text.Contains(asked, StringComparison.Ordinal) => [],
            "$starts" or "$ends" or "$has" or "$lacks" => [$"{path} is {found.Shown}, and must be a text that {key[1..]} «{asked}»"],
            _ => Differences(pattern, found[key], $"{path}.{key}"),
        };
    }

    private static bool Has(Node found, Node pattern) => found.Items.Any(item => !Differences(pattern, item, "").Any());
}
