namespace Bernstein.Kubernetes.Rules;

/// <summary>A rule as rules.yaml writes it.</summary>
internal static partial class WrittenRule
{
    internal static Rule Read(Node written)
    {
        var (holds, within, rule) = (Condition.Read(written["if"].Text), Condition.Subject(written["within"].Text ?? ""), Form(written));
        return node => holds(node) ? rule(within(node)) : [];
    }

    private static Rule Form(Node written)
    {
        var (form, value) = written.Entries[0];
        var words = value.Text?.Split(' ') ?? [];
        var called = written["called"].Text ?? words.FirstOrDefault("");
        return form switch
        {
            "exactly one of" => UnionRules.ExactlyOne(called, words, node => MendOf(written, node, node)),
            "at most one of" => UnionRules.AtMostOne(words),
            "at least one of" => UnionRules.AtLeastOne(words),
            "not both" => UnionRules.NotBoth(words[0], words[1]),
            "each once" => UnionRules.EachOnce(written["in"].Text!.Split(' '), words[0], written["of"].Text!, called),
            "labels" => MetadataRules.Labels(words[0]),
            "first of" => FirstOf([.. value.Items.Select(Read)]),
            _ => Sentence(written),
        };
    }

    private static Rule FirstOf(Rule[] rules) => node => rules.Select(rule => rule(node)).FirstOrDefault(found => found.Any()) ?? [];

    private static Rule Sentence(Node written)
    {
        var (says, items, isMeant) = (written["says"].Text!, Items(written), Condition.Read(written["where"].Text));
        var at = Condition.Subject(written["at"].Text ?? written["remove"].Text ?? "");
        return node =>
            from item in items(node)
            where isMeant(item)
            select at(item).Refused(Filled(says, node, item), () => MendOf(written, node, item));
    }

    private static Func<Node, IEnumerable<Node>> Items(Node written) =>
        (written["each"].Text, written["each entry of"].Text) switch
        {
            ({ } list, _) => ItemsOf(list.Split("[].")),
            (_, { } map) => node => node.At(map).Entries.Select(entry => entry.Value),
            _ => node => [node],
        };

    // Of a list, or of the lists in the items of one: containers[].ports.
    private static Func<Node, IEnumerable<Node>> ItemsOf(string[] lists) =>
        node => lists.Aggregate<string, IEnumerable<Node>>([node], (nodes, list) => nodes.SelectMany(one => one.At(list).Items));

    private static string Filled(string says, Node node, Node item) =>
        Blank.Replace(says, blank => blank.Length == "{}".Length ? $"{node}" : Shown(Condition.Subject(blank.Value[1..^1])(item)));

    private static string Shown(Node subject) => subject.Text ?? $"{subject}";

    private static Mend? MendOf(Node written, Node node, Node item) =>
        written["write"].Entries is [var (path, value)] ? node.ToWrite(path, value.Text!)
        : written["remove"].Text is not { } below ? null
        : written["mend"].Text is { } sentence ? Mend.Of(sentence, Edit.Remove(item, below))
        : item.ToRemove(below);

    [GeneratedRegex(@"\{[^}]*\}")]
    private static partial Regex Blank { get; }
}
