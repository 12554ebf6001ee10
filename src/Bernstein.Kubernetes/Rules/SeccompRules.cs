namespace Bernstein.Kubernetes.Rules;

/// <summary>What the API server demands of the filter of a container's system calls: validateSeccompProfileField in pkg/apis/core/validation of Kubernetes.</summary>
internal static class SeccompRules
{
    private static readonly Rule IsBelow = StorageRules.Relative("localhostProfile");

    /// <summary>A profile of the node has a path, and no other one.</summary>
    internal static IEnumerable<Finding> LocalProfile(Node profile)
    {
        var (isLocal, hasPath) = (profile["type"].Text == "Localhost", profile["localhostProfile"].IsSet);
        return
        [
            .. profile.RefusedIf(
                isLocal && !hasPath,
                () => $"{profile} has the type Localhost and no localhostProfile; asked for is both",
                () => profile.ToWrite("type", "RuntimeDefault")
            ),
            .. profile.RemovedIf(
                "localhostProfile",
                !isLocal && hasPath,
                () => $"{profile} has a localhostProfile and not the type Localhost; remove it"
            ),
            .. isLocal ? IsBelow(profile) : [],
        ];
    }
}
