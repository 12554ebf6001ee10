using System.Diagnostics.CodeAnalysis;

namespace Bernstein.Kubernetes.Types;

/// <summary>What is asked of fields such as <c>PodSpec.restartPolicy</c>: a row for all those of which the same is asked.</summary>
/// <remarks>To the API server an empty text is an absent field, of which nothing is asked, but where a <c>!</c> stands behind the field.</remarks>
internal sealed class FieldTable<T>
    where T : notnull
{
    private readonly Dictionary<string, T> _asked = [];
    private readonly HashSet<string> _neverEmpty = [];

    internal T? this[string field] => _asked.GetValueOrDefault(field);

    internal void Add(T asked, string fields)
    {
        foreach (var field in fields.Split(' '))
        {
            _asked.Add(field.TrimEnd('!'), asked);
            _ = field.EndsWith('!') && _neverEmpty.Add(field.TrimEnd('!'));
        }
    }

    internal bool TryGet(string field, [MaybeNullWhen(false)] out T asked) => _asked.TryGetValue(field, out asked);

    /// <summary>What is asked of a field that holds a text.</summary>
    internal bool TryGet(string field, string text, [MaybeNullWhen(false)] out T asked) =>
        TryGet(field, out asked) && (text.Length > 0 || _neverEmpty.Contains(field));
}
