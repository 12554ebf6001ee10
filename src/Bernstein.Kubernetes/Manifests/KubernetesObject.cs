namespace Bernstein.Kubernetes.Manifests;

/// <summary>One Kubernetes object: a document of a manifest file, or an item of a <c>List</c>.</summary>
/// <param name="Root">The whole object.</param>
public sealed record KubernetesObject(Node Root)
{
    /// <summary>The path of the file that holds it, below the folder that is judged.</summary>
    public string File => Root.Location.File;

    /// <summary><c>apps/v1</c>; empty where none is given.</summary>
    public string ApiVersion { get; } = Root["apiVersion"].Text ?? "";

    /// <summary>The API group without its version: <c>apps</c>; empty for the core group.</summary>
    public string Group => ApiVersion.Contains('/') ? ApiVersion[..ApiVersion.IndexOf('/')] : "";

    /// <summary><c>Deployment</c>; empty where none is given.</summary>
    public string Kind { get; } = Root["kind"].Text ?? "";

    /// <summary><c>metadata.name</c>; empty where none is given.</summary>
    public string Name { get; } = Root.At("metadata.name").Text ?? "";

    /// <summary><c>metadata.namespace</c>, and <c>default</c> where it is absent.</summary>
    public string Namespace { get; } = Root.At("metadata.namespace").Text is { Length: > 0 } name ? name : "default";

    /// <summary>What was found out about it alone: where a mend leaves it as it is, it is not judged anew.</summary>
    internal Memo Known { get; } = new();

    /// <summary>
    /// Where further objects begin in the same document, the lines <c>---</c> between them lost: both their API version and their kind are
    /// written again. None where there is one object.
    /// </summary>
    public IReadOnlyList<Location> Further { get; } = Root is Mapping { Duplicates: { Count: > 1 } again } ? [.. Begins(again)] : [];

    /// <summary><c>Deployment poll</c>, as messages name it; the kind alone where there is no name.</summary>
    public override string ToString() => Name.Length == 0 ? Kind : $"{Kind} {Name}";

    // Each has no key twice; what lacks one of both keys is no object.
    private static IEnumerable<Location> Begins(IEnumerable<KeyValuePair<string, Node>> again)
    {
        var objects = new List<Dictionary<string, Node>> { new() };
        foreach (var (key, value) in again)
        {
            if (!objects[^1].TryAdd(key, value))
            {
                objects.Add(new() { [key] = value });
            }
        }

        return from found in objects
            where found.ContainsKey("apiVersion") && found.ContainsKey("kind")
            select found.First().Value.Location;
    }
}
