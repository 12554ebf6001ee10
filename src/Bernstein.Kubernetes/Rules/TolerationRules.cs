namespace Bernstein.Kubernetes.Rules;

/// <summary>What the API server demands of tolerations: ValidateTolerations of pkg/apis/core/validation of Kubernetes.</summary>
internal static class TolerationRules
{
    /// <summary>All of them.</summary>
    internal static Rule[] All { get; } = [NoValueWithExists, KeyWithoutExists, SecondsWithNoExecute];

    private static IEnumerable<Finding> NoValueWithExists(Node toleration) =>
        Exists(toleration) && toleration["value"].Text is { Length: > 0 }
            ?
            [
                toleration["value"]
                    .Refused(
                        $"{toleration} has a value and the operator Exists; asked for is no value: remove it",
                        () => toleration.ToRemove("value")
                    ),
            ]
            : [];

    private static IEnumerable<Finding> KeyWithoutExists(Node toleration) =>
        !Exists(toleration) && string.IsNullOrEmpty(toleration["key"].Text)
            ?
            [
                toleration.Refused(
                    $"{toleration} has no key; asked for is one, or the operator Exists",
                    () => toleration.ToWrite("operator", "Exists")
                ),
            ]
            : [];

    private static IEnumerable<Finding> SecondsWithNoExecute(Node toleration) =>
        toleration["tolerationSeconds"].IsSet && toleration["effect"].Text != "NoExecute"
            ?
            [
                toleration["tolerationSeconds"]
                    .Refused(
                        $"{toleration} has tolerationSeconds; asked for is the effect NoExecute with it",
                        () => toleration.ToRemove("tolerationSeconds")
                    ),
            ]
            : [];

    private static bool Exists(Node toleration) => toleration["operator"].Text == "Exists";
}
