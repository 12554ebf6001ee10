namespace Bernstein.Kubernetes.Types;

/// <summary>
/// What the API server demands and its OpenAPI does not say: from the validation that the API reference describes in prose
/// (https://kubernetes.io/docs/reference/kubernetes-api/) and the rules for names
/// (https://kubernetes.io/docs/concepts/overview/working-with-objects/names/).
/// </summary>
internal static partial class ApiRules
{
    /// <summary>What is asked of a field such as <c>PodSpec.restartPolicy</c> beyond its type; null where the value is so.</summary>
    internal static string? WhatIsAsked(string field, Scalar scalar) =>
        Choices.TryGet(field, scalar.Value, out var choices) && !choices.Contains(scalar.Value) ? $"one of {string.Join(", ", choices)}"
        : scalar.Type == ScalarType.Text && Looks.TryGet(field, scalar.Value, out var look) && !look.Pattern.IsMatch(scalar.Value)
            ? look.Words
        : Ranges.TryGet(field, out var range)
            ? scalar.Number < range.Least || scalar.Number > range.Most ? $"a whole number from {range.Least} to {range.Most}"
                : null
        : scalar.Number is < int.MinValue or > int.MaxValue ? "a whole number of 32 bits"
        : null;

    /// <summary>Whether a field may have some values only.</summary>
    internal static bool HasChoices(string field) => Choices.TryGet(field, out _);

    /// <summary>Whether a volume may be offered and asked for in a mode.</summary>
    internal static bool IsAccessMode(string? mode) => Choices["PersistentVolumeSpec.accessModes"]!.Contains(mode);

    /// <summary>The value that a field may have and that is nearest to one; null where none is near, or the field may have any.</summary>
    internal static string? Nearest(string field, string value) =>
        Choices.TryGet(field, out var choices) && !choices.Contains(value) ? Spelling.Nearest(value, choices) : null;

    /// <summary>A name as a field may have it: in small letters, with - for what may not stand there; null where that is none either.</summary>
    internal static string? Valid(string field, string value) =>
        Looks.TryGet(field, out var look) && value.Length > 0 && !look.Pattern.IsMatch(value) ? Valid(look.Pattern, value) : null;

    /// <summary>The same by a pattern.</summary>
    internal static string? Valid(Regex pattern, string value)
    {
        var plain = new string([
            .. value.ToLowerInvariant().Select(letter => char.IsAsciiLetterOrDigit(letter) || letter == '.' ? letter : '-'),
        ]);
        return new[] { plain, plain.Replace('.', '-') }
            .SelectMany(name => new[] { name, name[..Math.Min(63, name.Length)], name[..Math.Min(15, name.Length)] })
            .Select(name => name.Trim('-', '.'))
            .FirstOrDefault(name => name.Length > 0 && name.Any(char.IsAsciiLetter) && pattern.IsMatch(name));
    }
}
