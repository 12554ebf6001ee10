namespace Bernstein;

/// <summary>One scalar of an object, damaged.</summary>
/// <param name="Of">The object.</param>
/// <param name="Path">Where the scalar stands in it, as an edit names it.</param>
/// <param name="Kind">What is done to it: <c>retyped</c>, <c>changed</c> or <c>deleted</c>.</param>
/// <param name="Value">What stands there then; empty where it is deleted.</param>
internal sealed record ScalarDamage(KubernetesObject Of, string Path, string Kind, string Value)
{
    /// <summary>Every damage of every scalar of an object.</summary>
    internal static IEnumerable<ScalarDamage> In(KubernetesObject found) => In(found, found.Root, "");

    /// <summary>A folder with the damage in it.</summary>
    internal ManifestFolder Made(ManifestFolder folder) => Mending.Made(folder, [Mend.Of("", Edit)]);

    public override string ToString() => $"{Of.File} {Of.Kind}.{Path} {Kind}";

    private Edit Edit =>
        Kind switch
        {
            "deleted" => Edit.Remove(Of.Root, Path),
            "changed" when Scalar.Plain(new Location("", 1), Value).Type == ScalarType.Text => Edit.Set(
                Of.Root,
                Path,
                JsonSerializer.Serialize(Value)
            ),
            _ => Edit.Set(Of.Root, Path, Value),
        };

    private static IEnumerable<ScalarDamage> In(KubernetesObject found, Node node, string path) =>
        node is Scalar scalar
            ?
            [
                new(found, path, "retyped", scalar.Type == ScalarType.Text ? "7" : "text"),
                new(found, path, "changed", OtherValue.Of(scalar).Value),
                new(found, path, "deleted", ""),
            ]
            :
            [
                .. node.Entries.SelectMany(entry => In(found, entry.Value, Edit.Below(path, entry.Key))),
                .. node.Items.SelectMany((item, at) => In(found, item, $"{path}[{at}]")),
            ];
}
