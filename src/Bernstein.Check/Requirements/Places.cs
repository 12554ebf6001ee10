namespace Bernstein.Check.Requirements;

/// <summary>What is found below a value, at the end of a path.</summary>
internal static class Places
{
    /// <summary>A finding at a path.</summary>
    internal static Finding RefusedAt(this Node node, string path, string message, Func<Mend?>? mend = null) =>
        node.At(path).Refused(message, mend);

    /// <summary>The same where it is refused; no finding where it is not.</summary>
    internal static IEnumerable<Finding> RefusedIf(
        this Node node,
        string path,
        bool isRefused,
        Func<string> message,
        Func<Mend?>? mend = null
    ) => node.At(path).RefusedIf(isRefused, message, mend);

    /// <summary>A finding at the value at a path; at this one where nothing is written there.</summary>
    internal static Finding RefusedNear(this Node node, string path, string message, Func<Mend?>? mend = null) =>
        node.Nearest(path).Refused(message, mend);

    /// <summary>A finding of something that is not there, and may stand in a file that was not named.</summary>
    internal static Finding Lacks(this Node node, string message, Func<Mend?>? mend = null) =>
        node.Refused(message, mend) with
        {
            MayBeElsewhere = true,
        };

    /// <summary>The value at a path; this one where nothing is written there.</summary>
    internal static Node Nearest(this Node node, string path) => node.At(path) is { IsSet: true } found ? found : node;
}
