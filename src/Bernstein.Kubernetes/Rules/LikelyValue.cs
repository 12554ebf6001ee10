namespace Bernstein.Kubernetes.Rules;

/// <summary>What was meant by a value that is refused.</summary>
internal static class LikelyValue
{
    /// <summary>The field that a text or a number should stand below; null where it is none that does.</summary>
    internal static string? Below(Node node, string rule) =>
        node is not Scalar { IsSet: true, Text: { Length: > 0 } text } || !ApiRules.Inner.TryGetValue(rule, out var field) ? null
        : field == "number" && Scalar.Plain(node.Location, text).Number is null ? $"name: {YamlWriter.Text(text)}"
        : $"{field}: {(field == "number" ? text : YamlWriter.Text(text))}";

    /// <summary>The value that was meant, where it can be told: the same in or without quotes, or the nearest that is allowed.</summary>
    internal static string? Of(string type, Node node, string rule) =>
        (type, node) switch
        {
            ("string", Scalar { IsSet: true, Type: not ScalarType.Text } scalar) => ApiRules.HasChoices(rule)
                ? ApiRules.Usual.GetValueOrDefault(rule)?.Trim('[', ']')
                : $"\"{scalar.Value}\"",
            ("string", Scalar { Type: ScalarType.Text } scalar) => ApiRules.Nearest(rule, scalar.Value)
                ?? ApiRules.Valid(rule, scalar.Value)
                ?? ApiRules.Usual.GetValueOrDefault(rule)?.Trim('[', ']'),
            ("integer" or "number" or "int-or-string", Scalar { Type: ScalarType.Text } text)
                when Scalar.Plain(text.Location, text.Value.Trim()).Number is not null => text.Value.Trim(),
            ("boolean", Scalar { Type: ScalarType.Text } text) when text.Value.Trim().ToLowerInvariant() is "true" or "yes" or "on" =>
                "true",
            ("boolean", Scalar { Type: ScalarType.Text } text) when text.Value.Trim().ToLowerInvariant() is "false" or "no" or "off" =>
                "false",
            (['[', ']', ..], Mapping or Scalar { IsSet: true }) => $"[{YamlWriter.Flow(node)}]",
            _ => null,
        };
}
