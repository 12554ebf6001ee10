using Bernstein.Kubernetes.Yaml;

namespace Bernstein.Kubernetes.Rules;

/// <summary>What the API server demands of the filter of a container's system calls: validateSeccompProfileField in pkg/apis/core/validation of Kubernetes.</summary>
internal static class SeccompRules
{
    internal static IEnumerable<Finding> Findings(Node profile, Place place)
    {
        var (isLocal, file) = (profile["type"].Text == "Localhost", profile["localhostProfile"]);
        return (isLocal, file.IsSet) switch
        {
            (true, false) =>
            [
                new Finding($"{place} has the type Localhost and no localhostProfile; asked for is both", profile.Location)
                {
                    Mend = place.Set("type", "RuntimeDefault"),
                },
            ],
            (false, true) =>
            [
                new Finding($"{place} has a localhostProfile and not the type Localhost; remove it", file.Location)
                {
                    Mend = place.Remove("localhostProfile"),
                },
            ],
            (true, true) => StorageRules.Relative(file, new Place(place, "localhostProfile")),
            _ => [],
        };
    }
}
