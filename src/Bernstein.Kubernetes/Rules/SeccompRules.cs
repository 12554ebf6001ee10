namespace Bernstein.Kubernetes.Rules;

/// <summary>What the API server demands of the filter of a container's system calls: validateSeccompProfileField in pkg/apis/core/validation of Kubernetes.</summary>
internal static class SeccompRules
{
    private static readonly Rule IsBelow = StorageRules.Relative("localhostProfile");

    /// <summary>A profile of the node has a path, and no other one.</summary>
    internal static IEnumerable<Finding> LocalProfile(Node profile) =>
        (profile["type"].Text == "Localhost", profile["localhostProfile"].IsSet) switch
        {
            (true, false) =>
            [
                profile.Refused(
                    $"{profile} has the type Localhost and no localhostProfile; asked for is both",
                    () => profile.ToWrite("type", "RuntimeDefault")
                ),
            ],
            (false, true) =>
            [
                profile["localhostProfile"]
                    .Refused(
                        $"{profile} has a localhostProfile and not the type Localhost; remove it",
                        () => profile.ToRemove("localhostProfile")
                    ),
            ],
            (true, true) => IsBelow(profile),
            _ => [],
        };
}
