namespace Bernstein.Kubernetes.Rules;

/// <summary>Fields that exclude each other, or of which one must be there: the unions of the API, which its OpenAPI does not tell.</summary>
internal static class UnionRules
{
    /// <summary>Exactly one of the fields is there. An empty text is absent.</summary>
    internal static Rule ExactlyOne(string what, string[] fields, Func<Node, Mend?> mend) =>
        node =>
            fields.Where(field => node[field].IsSet && node[field].Text != "").ToArray() switch
            {
                [] => [node.Refused($"{node} has no {what}; asked for is one of {string.Join(", ", fields)}", () => mend(node))],
                [_] => [],
                var found => [TooMany(node, found, () => mend(node))],
            };

    internal static Rule AtMostOne(string[] fields) =>
        node => fields.Where(field => node[field].IsSet).ToArray() is { Length: > 1 } found ? [TooMany(node, found)] : [];

    internal static Rule AtLeastOne(string[] fields) =>
        node =>
            node.RefusedIf(
                fields.All(field => !node[field].IsSet),
                () => $"{node} is empty; asked for is one of {string.Join(", ", fields)}"
            );

    /// <summary>Two fields are not there together. An empty text is absent.</summary>
    internal static Rule NotBoth(string first, string second) =>
        node =>
            node[second]
                .RefusedIf(
                    node[first].IsSet && node[first].Text != "" && node[second].IsSet,
                    () => $"{node} has {first} and {second}; asked for is one of them: remove the other",
                    () => node.ToRemove(first)
                );

    /// <summary>A field is not the same in two items of lists.</summary>
    internal static Rule EachOnce(string[] lists, string field, string what, string called) =>
        node => EachOnce(lists.SelectMany(list => node.At(list).Items).Select(Condition.Subject(field)), node, what, called);

    /// <summary>No two of the values are the same text.</summary>
    internal static IEnumerable<Finding> EachOnce(IEnumerable<Node> values, Node holder, string what, string called) =>
        from same in values.Where(value => value.Text is { Length: > 0 }).GroupBy(value => value.Text)
        from value in same.Skip(1)
        select value.Refused($"two {what} of {holder} have the {called} {value.Text}; asked for is each once");

    private static Finding TooMany(Node node, string[] found, Func<Mend?>? mend = null) =>
        node.Refused($"{node} has {string.Join(" and ", found)}; asked for is one of them: remove the others", mend);
}
