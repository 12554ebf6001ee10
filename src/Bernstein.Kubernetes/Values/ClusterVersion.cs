namespace Bernstein.Kubernetes.Values;

/// <summary>The version of a cluster, in the ways in which it is written.</summary>
public static partial class ClusterVersion
{
    /// <summary>
    /// The version, such as 1.22; null where it is none. What vendors add says nothing about the API. kubectl writes the minor version of
    /// some as 24+.
    /// </summary>
    public static Version? Parse(string text) =>
        Looks.Match(text) is { Success: true } match
            ? new Version(1, int.Parse(match.Groups["minor"].ValueSpan, CultureInfo.InvariantCulture))
            : null;

    [GeneratedRegex(@"^v?1\.(?<minor>[0-9]{1,4})\+?(\.[0-9]+)?([-+][0-9A-Za-z.+-]*)?$")]
    private static partial Regex Looks { get; }
}
