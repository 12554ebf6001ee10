using System.Diagnostics.CodeAnalysis;

namespace Bernstein.Kubernetes.Types;

/// <summary>What is asked of fields such as <c>PodSpec.restartPolicy</c>: a row for all those of which the same is asked.</summary>
/// <remarks>To the API server an empty text is an absent field, of which nothing is asked, but where a <c>!</c> stands behind the field.</remarks>
internal sealed class FieldTable<T>(IEnumerable<(T Asked, string Fields)> rows)
    where T : notnull
{
    private readonly Dictionary<string, (T Asked, bool IsNeverEmpty)> _rows = (
        from row in rows
        from field in row.Fields.Split(' ')
        select KeyValuePair.Create(field.TrimEnd('!'), (row.Asked, field.EndsWith('!')))
    ).ToDictionary();

    internal T? this[string field] => _rows.GetValueOrDefault(field).Asked;

    internal bool TryGet(string field, [MaybeNullWhen(false)] out T asked)
    {
        var isThere = _rows.TryGetValue(field, out var row);
        asked = row.Asked;
        return isThere;
    }

    /// <summary>What is asked of a field that holds a text.</summary>
    internal bool TryGet(string field, string text, [MaybeNullWhen(false)] out T asked) =>
        TryGet(field, out asked) && (text.Length > 0 || _rows[field].IsNeverEmpty);
}
