using System.Collections.Frozen;

namespace Bernstein.Kubernetes.Types;

/// <summary>Which Kubernetes versions serve an API version of a kind: those that fields.yaml says, or all.</summary>
public static class ServedApi
{
    private static readonly FrozenDictionary<string, (Version From, Version Until)> Spans = (
        from row in ApiRules.Data["served"].Items
        let span = (From: new Version(1, (int)(row["from"].Number ?? 0)), Until: new Version(1, (int)(row["until"].Number ?? int.MaxValue)))
        from kind in row["kinds"].Text!.Split(' ')
        select KeyValuePair.Create($"{row["version"].Text} {kind}", span)
    ).ToFrozenDictionary();

    /// <summary>API version and kind of all that are named here and that some version serves which the types are of.</summary>
    internal static IEnumerable<string> Named => Spans.Keys.Where(IsKnown);

    /// <summary>Whether some version of Kubernetes that is not older than the oldest types serves an API version and kind.</summary>
    internal static bool IsKnown(string key) =>
        Spans.TryGetValue(key, out var served)
            ? served.Until > ApiTypes.All[^1].Version
            : ApiTypes.All.Any(types => types.Kinds.ContainsKey(key));

    /// <summary>Whether a Kubernetes version serves the API version of an object.</summary>
    /// <param name="found">The object.</param>
    /// <param name="kubernetes">Major and minor version of the cluster.</param>
    public static bool Serves(KubernetesObject found, Version kubernetes) => Serves($"{found.ApiVersion} {found.Kind}", kubernetes);

    /// <summary>Whether a Kubernetes version serves an API version and kind: <c>apps/v1 Deployment</c>.</summary>
    public static bool Serves(string key, Version kubernetes) =>
        Spans.TryGetValue(key, out var served) ? kubernetes >= served.From && kubernetes < served.Until : IsKnown(key);
}
