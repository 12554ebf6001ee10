namespace Bernstein.Check.Requirements;

/// <summary>Where something is found that is not as it should be.</summary>
internal static class Places
{
    /// <summary>A finding of something that is not there, and may stand in a file that was not named.</summary>
    internal static Finding Lacks(this Node node, string message, Func<Mend?>? mend = null) =>
        node.Refused(message, mend) with
        {
            MayBeElsewhere = true,
        };

    /// <summary>The value at a path; this one where nothing is written there.</summary>
    internal static Node Nearest(this Node node, string path) => node.At(path) is { IsSet: true } found ? found : node;

    /// <summary>The value at a path, if one is written there.</summary>
    internal static IEnumerable<Node> IfSet(this Node node, string path) => node.At(path) is { IsSet: true } found ? [found] : [];
}
