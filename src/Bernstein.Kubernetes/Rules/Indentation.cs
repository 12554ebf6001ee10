using Bernstein.Kubernetes.Types;
using Bernstein.Kubernetes.Yaml;

namespace Bernstein.Kubernetes.Rules;

/// <summary>Fields that stand beside the one that they belong below.</summary>
/// <param name="Api">The types.</param>
/// <param name="Type">The type of the value.</param>
/// <param name="Node">The value in which they stand.</param>
internal sealed record Indentation(ApiTypes Api, ApiType Type, Node Node)
{
    private IEnumerable<KeyValuePair<string, Node>> Unknown => Node.Entries.Where(entry => !Type.Fields.ContainsKey(entry.Key));

    /// <summary>The mend of the first field that is indented too little; null where none is.</summary>
    internal Mend? First() => Unknown.Select(entry => Of(entry.Key)).FirstOrDefault(mend => mend is not null);

    /// <summary>
    /// The mend of a field: what stands beside a key without a value, and may stand below it, was meant to; and what follows a mapping, or a
    /// list, that lacks it. Null where the field stands nowhere else either.
    /// </summary>
    internal Mend? Of(string field)
    {
        if (Above(field) is not (var above, var path, var fields))
        {
            return null;
        }

        var moved = Unknown.Where(entry => fields.ContainsKey(entry.Key) && !above[entry.Key].IsSet).ToArray();
        return Mend.Of(
            $"Indent {string.Join(" and ", moved.Select(entry => entry.Key))} further: below {path}.",
            moved
                .Select(entry => Edit.Set(Node, Edit.Below(path, entry.Key), YamlWriter.Block(entry.Value)))
                .Concat(moved.Select(entry => Edit.Remove(Node, Edit.Below("", entry.Key))))
        );
    }

    private (Node Value, string Path, IReadOnlyDictionary<string, string> Fields)? Above(string field)
    {
        var before = Node.Entries.TakeWhile(entry => entry.Key != field).LastOrDefault(entry => Type.Fields.ContainsKey(entry.Key));
        return Node
            .Entries.Where(entry => !entry.Value.IsSet && Type.Fields.ContainsKey(entry.Key))
            .Append(before)
            .Where(entry => entry.Key is not null)
            .Select(entry => Inner(Type.Fields[entry.Key], entry.Key, entry.Value, field))
            .FirstOrDefault(inner => inner is not null);
    }

    // A mapping, the last one of a list, or nothing yet, in which a field may stand that is not there.
    private (Node Value, string Path, IReadOnlyDictionary<string, string> Fields)? Inner(string type, string key, Node value, string field)
    {
        var isList = type.StartsWith("[]", StringComparison.Ordinal);
        var (inner, path) =
            isList && value is Sequence { Items: [.., Mapping last] }
                ? (last, $"{Edit.Below("", key)}[{value.Items.Count - 1}]")
                : (value, Edit.Below("", key));
        return
            (inner is Mapping || (!inner.IsSet && !isList))
            && !inner[field].IsSet
            && Api.Types.TryGetValue(isList ? type[2..] : type, out var below)
            && below.Fields.ContainsKey(field)
            ? (inner, path, below.Fields)
            : null;
    }
}
