using System.Net;

namespace Bernstein.Kubernetes.Rules;

/// <summary>Conditions on a value as rules.yaml writes them: <c>type is ExternalName and externalName is blank</c>.</summary>
internal static class Condition
{
    /// <summary>Whether all of a condition is so; where none is written, it is.</summary>
    internal static Predicate<Node> Read(string? written)
    {
        var parts = written?.Split(" and ").Select(Part).ToArray() ?? [];
        return node => Array.TrueForAll(parts, part => part(node));
    }

    /// <summary>
    /// What is spoken of: the value itself, <c>it</c>, its key, <c>key()</c>, how many items stand somewhere, <c>count(ports)</c>, or what
    /// stands at a path below it.
    /// </summary>
    internal static Func<Node, Node> Subject(string path)
    {
        if (path is ['c', 'o', 'u', 'n', 't', '(', .. var counted, ')'])
        {
            var lists = counted.Split(',');
            return node => Scalar.Plain(node.Location, $"{lists.Sum(list => node.At(list).Items.Count)}");
        }

        return path switch
        {
            "" or "it" => node => node,
            "key()" => node => Scalar.Quoted(node.Location, node.Key),
            _ => node => node.At(path),
        };
    }

    private static Predicate<Node> Part(string written) =>
        written.Split(' ') switch
        {
            [var path, "is", "above", ['{', .. var other, '}']] => Both(path, other, (value, most) => value.Number > most.Number),
            [var path, "is", "no", ['{', .. var other, '}']] => Both(path, other, (value, same) => value.Number != same.Number),
            [var path, "is", "not", "at", "most", ['{', .. var other, '}']] => Both(
                path,
                other,
                (value, most) => !(value.Number <= most.Number)
            ),
            [var path, "is", "not", ['{', .. var other, '}']] => Both(path, other, (value, same) => value.Text != same.Text),
            [var path, "does", "not", "select", ['{', .. var other, '}']] => Both(
                path,
                other,
                (value, labels) => !LabelSelector.Matches(value, labels)
            ),
            [var path, _, ..] => One(Subject(path), Words(written[(path.Length + 1)..])),
            _ => throw new FormatException(written),
        };

    private static Predicate<Node> One(Func<Node, Node> subject, Predicate<Node> holds) => node => holds(subject(node));

    private static Predicate<Node> Both(string path, string other, Func<Node, Node, bool> holds)
    {
        var (subject, second) = (Subject(path), Subject(other));
        return node => holds(subject(node), second(node));
    }

    /// <summary>The same of one value, whose path is not written: <c>is not blank</c>.</summary>
    internal static Predicate<Node> Words(string written) =>
        written.Split(' ') switch
        {
            ["is", "above", [.. var most, '%']] => value => Percent(value) > Whole(most),
            ["is", "above", var most] => value => value.Number > Whole(most),
            ["is", "outside", var range] when range.Split("..") is [var least, var most] => value =>
                value.Number < Whole(least) || value.Number > Whole(most),
            ["amounts", "to", "less", "than", "0"] => value => Quantity.Parse(value.Text) < 0,
            ["amounts", "to", "0", "or", "less"] => value => Quantity.Parse(value.Text) <= 0,
            ["lacks", var text] => value => !value.Items.Any(item => item.Text == text),
            ["contains", var text] => value => value.Items.Any(item => item.Text == text),
            ["is", "not", ..] => Not(OneOf(written["is not ".Length..])),
            ["is", ..] => OneOf(written["is ".Length..]),
            _ => throw new FormatException(written),
        };

    private static Predicate<Node> OneOf(string written)
    {
        var words = written.Split(" or ").Select(Word).ToArray();
        return value => Array.Exists(words, holds => holds(value));
    }

    private static Predicate<Node> Not(Predicate<Node> holds) => value => !holds(value);

    /// <summary>What a word says of a value: what it is, or what its text is.</summary>
    internal static Predicate<Node> Word(string word) =>
        word switch
        {
            "set" => value => value.IsSet,
            "absent" => value => !value.IsSet,
            "empty" => value => value.Text == "",
            "blank" => value => string.IsNullOrEmpty(value.Text),
            "no text" => value => value.Text is null,
            "true" => value => value.Boolean == true,
            "false" => value => value.Boolean == false,
            "a number" => value => value.Number is not null,
            "zero" => value => value.Number == 0,
            "no instance" => value => value.Number == 0 || Percent(value) == 0,
            "in volumes" => value => value.Path.Contains("volumes", StringComparison.Ordinal),
            "of one key" => value => IsOfOneKey(value.Text ?? ""),
            "an address" => value => IPAddress.TryParse(value.Text, out _),
            "an address of one node" => value => IPAddress.TryParse(value.Text, out var address) && IsOfOneNode(address),
            "absolute" => value => value.Text?.StartsWith('/') == true,
            "leading up" => value => value.Text?.Split('/').Contains("..") == true,
            "with a domain" => value => value.Text?.Contains('/') == true,
            "a mapping" => value => value is Mapping,
            "an empty mapping" => value => value is Mapping { Entries.Count: 0 },
            "a mapping of one key" => value => value is Mapping { Entries.Count: 1 },
            "an empty selector" => value => LabelSelector.IsEmpty(value),
            "a schedule" => value => value.Text is { } text && CronSchedule.IsValid(text),
            "an empty list" => value => value is Sequence { Items.Count: 0 },
            "base64" => value => value.Text is { } text && Convert.TryFromBase64String(text, new byte[text.Length], out _),
            ['l', 'i', 'k', 'e', ' ', .. var pattern] => value => value.Text is { } text && ApiRules.Pattern(pattern).IsMatch(text),
            _ => value => value.Text == word,
        };

    // The field of a pod that is a label or an annotation: metadata.labels['app'].
    private static bool IsOfOneKey(string path) =>
        path.Split("['") is ["metadata.labels" or "metadata.annotations", [.. var key, '\'', ']']]
        && ApiRules.Pattern("LabelKey").IsMatch(key.ToLowerInvariant());

    private static bool IsOfOneNode(IPAddress address) =>
        IPAddress.IsLoopback(address)
        || address.Equals(IPAddress.Any)
        || $"{address}".StartsWith("169.254.", StringComparison.Ordinal)
        || $"{address}".StartsWith("224.0.0.", StringComparison.Ordinal);

    private static long? Percent(Node value) =>
        value.Text is [.. var digits, '%'] && long.TryParse(digits, out var percent) ? percent : null;

    private static long Whole(string text) => long.Parse(text, CultureInfo.InvariantCulture);
}
