using System.Text.Unicode;

namespace Bernstein.Kubernetes.Values;

/// <summary>The values under a Secret's <c>data</c>, which are base64.</summary>
public static class SecretData
{
    /// <summary>What the API server says of values that are no base64: it refuses the Secret.</summary>
    public static IEnumerable<Finding> NotBase64(Node secret) =>
        secret["data"]
            .Entries.Where(entry => entry.Value.Text is { } text && Decoded(text) is null)
            .Select(entry => NotBase64(secret, entry.Key, entry.Value));

    /// <summary>What is not what its author meant: no base64, or base64 of what nobody can type. Of the first the API server says the same.</summary>
    public static IEnumerable<Finding> BadlyEncoded(Node secret) =>
        from entry in secret["data"].Entries
        where entry.Value.IsSet
        let bytes = Decoded(entry.Value.Text ?? "?")
        let reason = bytes is null ? "" : WhyOdd(Text(bytes))
        where reason is not null
        select bytes is null
            ? NotBase64(secret, entry.Key, entry.Value)
            : entry.Value.Refused($"{entry.Key} {reason}", () => Encoded(secret, entry.Key, Text(bytes) ?? entry.Value.Text));

    /// <summary>What stands under <c>binaryData</c> is no other key: ValidateConfigMap and ValidateSecret of Kubernetes.</summary>
    internal static IEnumerable<Finding> BinaryDataIsItsOwn(Node holder) =>
        from entry in holder["binaryData"].Entries
        where holder["data"][entry.Key].IsSet
        select entry.Value.Refused($"{holder} has {entry.Key} under data and under binaryData; remove one of them");

    // What is not base64, and nearly is none either, is what its author meant, in plain text.
    private static Finding NotBase64(Node secret, string key, Node value) =>
        value.Refused($"{key} is not base64", () => Encoded(secret, key, Repaired(value.Text ?? "") ?? value.Text ?? ""));

    // The text of base64 that lost the = at its end, or has spaces in it; null for anything else.
    private static string? Repaired(string value)
    {
        var bare = string.Concat(value.Where(letter => !char.IsWhiteSpace(letter))).TrimEnd('=');
        var whole = bare.PadRight((bare.Length + 3) / 4 * 4, '=');
        var text = bare.Length > 0 && Decoded(whole) is { } bytes && Convert.ToBase64String(bytes) == whole ? Text(bytes) : null;
        return text?.TrimEnd('\r', '\n').Any(char.IsControl) == false ? text : null;
    }

    private static Mend? Encoded(Node secret, string key, string? text) =>
        text is null
            ? null
            : Mend.Of(
                $"In {secret.Location.File}, write {key} in base64, without a line end in it. A database that was made with it keeps the old one.",
                Edit.Set(
                    secret,
                    Edit.Below("data", key),
                    YamlWriter.Text(Convert.ToBase64String(Encoding.UTF8.GetBytes(text.TrimEnd('\r', '\n'))))
                )
            );

    private static string? WhyOdd(string? text) =>
        text switch
        {
            null => "is not UTF-8 text once it is decoded",
            [.., '\n' or '\r'] => "ends with a line end once it is decoded",
            _ => null,
        };

    // Kubernetes leaves line ends out, as .NET does, but no other space.
    private static byte[]? Decoded(string value)
    {
        var bytes = new byte[value.Length];
        return !value.AsSpan().ContainsAny(' ', '\t') && Convert.TryFromBase64String(value, bytes, out var length) ? bytes[..length] : null;
    }

    private static string? Text(byte[] bytes) => Utf8.IsValid(bytes) ? Encoding.UTF8.GetString(bytes) : null;
}
