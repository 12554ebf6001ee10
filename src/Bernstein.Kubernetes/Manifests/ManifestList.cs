namespace Bernstein.Kubernetes.Manifests;

/// <summary>
/// Objects in one document: a <c>List</c> of v1, or the list of one kind, such as <c>ConfigMapList</c>. No API server ever sees it, kubectl
/// takes it apart; what is wrong with it is what the kubectl of 1.24 refuses (ManifestListTests).
/// </summary>
/// <param name="root">The list.</param>
internal sealed class ManifestList(Node root)
{
    private const string Ending = "List";

    private readonly string _kind = root["kind"].Text ?? "";

    private readonly string _apiVersion = root["apiVersion"].Text ?? "";

    // The kind of an item that tells none, as the list of one kind gives it.
    private string KindOfItems => _kind[..^Ending.Length];

    internal static bool Is(Node document) =>
        document["kind"].Text is { } kind
        && kind.EndsWith(Ending, StringComparison.Ordinal)
        && (kind == Ending || (document["items"] is Sequence items && items.Items.All(item => item is Mapping)));

    /// <summary>Its objects, those of lists in it among them.</summary>
    internal IEnumerable<KubernetesObject> Objects() =>
        root["items"].Items.SelectMany(item => Is(item) ? new ManifestList(item).Objects() : [new KubernetesObject(WithKind(item))]);

    /// <summary>What is wrong with the list itself.</summary>
    internal IEnumerable<Remark> Faults() =>
        [
            .. new[] { WhyNoObjects(root["items"]), WhyNoKind(root["items"].Items), WhyNoMetadata(root["metadata"]) }
                .OfType<string>()
                .Select(words => new Remark(root.Location, words, IsFault: true)),
            .. from item in root["items"].Items
            where Is(item)
            select new Remark(item.Location, "a list in a list, which kubectl refuses: move its items up", IsFault: true),
        ];

    private static string? WhyNoMetadata(Node metadata) =>
        metadata.IsSet && (metadata is not Mapping || metadata["name"] is not { Text: null } and not Scalar { Type: ScalarType.Text })
            ? "a list whose metadata is none: remove it"
            : null;

    private static string? WhyNoObjects(Node items) =>
        items.Items.Count > 0 ? null
        : items is Sequence ? "a list without an object in it"
        : "a List whose objects are not in a list under items";

    private string? WhyNoKind(IReadOnlyList<Node> items) =>
        _apiVersion.Length == 0 ? $"a {_kind} without apiVersion; asked for is apiVersion: v1"
        : _kind == Ending && !_apiVersion.Contains('/') && _apiVersion != "v1" ? $"a {_kind} of {_apiVersion}; asked for is apiVersion: v1"
        : _kind != Ending
        && items.Any(item => item["kind"].IsSet && (item["kind"].Text, item["apiVersion"].Text) != (KindOfItems, _apiVersion))
            ? $"a {_kind} of {_apiVersion} with other objects in it; asked for is kind: List, apiVersion: v1"
        : null;

    private Node WithKind(Node item) =>
        _kind == Ending || item is not Mapping || item["kind"].IsSet || item["apiVersion"].IsSet
            ? item.AsRoot()
            : new Mapping(
                item.Location,
                [
                    new("apiVersion", Scalar.Quoted(item.Location, _apiVersion)),
                    new("kind", Scalar.Quoted(item.Location, KindOfItems)),
                    .. item.Entries,
                ]
            ).AsRoot(isTaken: true);
}
