using System.Text.RegularExpressions;
using Bernstein.Kubernetes.Types;
using Bernstein.Kubernetes.Yaml;

namespace Bernstein.Kubernetes.Rules;

/// <summary>What labels must look like: https://kubernetes.io/docs/concepts/overview/working-with-objects/labels/.</summary>
internal static partial class LabelRules
{
    /// <summary>Keys and values of the labels under a key: ValidateLabels of apimachinery.</summary>
    internal static Rule Valid(string field) =>
        holder =>
            [
                .. holder[field]
                    .Entries.Where(label => label.Value.Text is { } text && !Value().IsMatch(text))
                    .Select(label =>
                        label.Value.Refused(
                            $"the label {label.Key} of {holder} is \"{label.Value.Text}\"; asked for are letters, digits, -, _ and ., at most 63"
                        )
                    ),
                .. holder[field]
                    .Entries.Where(label => !ApiRules.LabelKey().IsMatch(label.Key))
                    .Select(label =>
                        label.Value.Refused(
                            $"{holder} has the label key \"{label.Key}\"; asked for are letters, digits, -, _ and ., at most 63, after a DNS name and / at most"
                        )
                    ),
            ];

    [GeneratedRegex("^(([A-Za-z0-9][-A-Za-z0-9_.]{0,61})?[A-Za-z0-9])?$")]
    private static partial Regex Value();
}
