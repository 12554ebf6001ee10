namespace Bernstein.Kubernetes.Rules;

/// <summary>Fields that stand too far to the left.</summary>
internal sealed class Indentation(ApiTypes api)
{
    /// <summary>What indents the first field of a value that belongs below another one; null where none does.</summary>
    internal Mend? First(ApiType type, Node node) =>
        node
            .Entries.Where(entry => !type.Fields.ContainsKey(entry.Key))
            .Select(entry => Of(type, node, entry.Key))
            .FirstOrDefault(mend => mend is not null);

    /// <summary>
    /// What indents a field that its type does not have: what stands beside a key without a value, and may stand below it, was meant to; and
    /// what follows a mapping, or a list, that lacks it. Null for any other field.
    /// </summary>
    internal Mend? Of(ApiType type, Node node, string field)
    {
        if (Above(type, node, field) is not (var above, var path, var mayStand))
        {
            return null;
        }

        var moved = node
            .Entries.Where(entry => !type.Fields.ContainsKey(entry.Key) && mayStand(entry.Key) && !above[entry.Key].IsSet)
            .ToArray();
        return Mend.Of(
            $"Indent {string.Join(" and ", moved.Select(entry => entry.Key))} further: below {path}.",
            moved
                .Select(entry => Edit.Set(node, Edit.Below(path, entry.Key), YamlWriter.Block(entry.Value)))
                .Concat(moved.Select(entry => Edit.Remove(node, Edit.Below("", entry.Key))))
        );
    }

    private (Node Value, string Path, Func<string, bool> MayStand)? Above(ApiType type, Node node, string field)
    {
        var before = node.Entries.TakeWhile(entry => entry.Key != field).LastOrDefault(entry => type.Fields.ContainsKey(entry.Key));
        return node.Entries.Where(entry => !entry.Value.IsSet && type.Fields.ContainsKey(entry.Key))
                .Append(before)
                .Where(entry => entry.Key is not null)
                .Select(entry => Inner(type.Fields[entry.Key], entry.Key, entry.Value, field))
                .FirstOrDefault(inner => inner is not null)
            ?? Free(type, node, before.Key);
    }

    // Labels and their like, whose keys are anybody's: what follows the name of them, where nothing stands below it.
    private static (Node Value, string Path, Func<string, bool> MayStand)? Free(ApiType type, Node node, string? key)
    {
        var following = node.Entries.SkipWhile(entry => entry.Key != key).Where(entry => entry.Value is Scalar).Select(entry => entry.Key);
        return key is not null && !node[key].IsSet && type.Fields[key] is "{}string" or "{}quantity"
            ? (node[key], Edit.Below("", key), following.ToHashSet().Contains)
            : null;
    }

    // A mapping, the last one of a list, or nothing yet, in which a field may stand that is not there.
    private (Node Value, string Path, Func<string, bool> MayStand)? Inner(string type, string key, Node value, string field)
    {
        var isList = type.StartsWith("[]", StringComparison.Ordinal);
        var (inner, path) =
            isList && value is Sequence { Items: [.., Mapping last] }
                ? (last, $"{Edit.Below("", key)}[{value.Items.Count - 1}]")
                : (value, Edit.Below("", key));
        return
            (inner is Mapping || (!inner.IsSet && !isList))
            && !inner[field].IsSet
            && api.Types.TryGetValue(isList ? type[2..] : type, out var below)
            && below.Fields.ContainsKey(field)
            ? (inner, path, below.Fields.ContainsKey)
            : null;
    }
}
