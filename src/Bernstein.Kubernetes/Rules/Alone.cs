using Bernstein.Kubernetes.Yaml;

namespace Bernstein.Kubernetes.Rules;

/// <summary>Fields that exclude each other, or of which one must be there: the unions of the API, which its OpenAPI does not tell.</summary>
internal static class Alone
{
    /// <summary>Exactly one of the fields is there.</summary>
    internal static IEnumerable<Finding> One(Node node, Place place, string what, params string[] fields) =>
        fields.Where(field => node[field].IsSet && node[field].Text != "").ToArray() switch
        {
            [] => [new Finding($"{place} has no {what}; asked for is one of {string.Join(", ", fields)}", node.Location)],
            [_] => [],
            var found =>
            [
                new Finding($"{place} has {string.Join(" and ", found)}; asked for is one of them: remove the others", node.Location),
            ],
        };

    /// <summary>One of the fields is there, or none.</summary>
    internal static IEnumerable<Finding> AtMostOne(Node node, Place place, params string[] fields) =>
        fields.Where(field => node[field].IsSet).ToArray() is { Length: > 1 } found
            ? [new Finding($"{place} has {string.Join(" and ", found)}; asked for is one of them: remove the others", node.Location)]
            : [];

    /// <summary>One of the fields is there, or more.</summary>
    internal static IEnumerable<Finding> AtLeastOne(Node node, Place place, params string[] fields) =>
        fields.Any(field => node[field].IsSet)
            ? []
            : [new Finding($"{place} is empty; asked for is one of {string.Join(", ", fields)}", node.Location)];

    /// <summary>Two fields are not there together. An empty text is absent.</summary>
    internal static IEnumerable<Finding> NotBoth(Node node, Place place, string first, string second) =>
        node[first].IsSet && node[first].Text != "" && node[second].IsSet
            ?
            [
                new Finding($"{place} has {first} and {second}; asked for is one of them: remove the other", node[second].Location)
                {
                    Mend = place.Remove(first),
                },
            ]
            : [];
}
