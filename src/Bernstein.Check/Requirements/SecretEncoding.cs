using System.Text;
using Bernstein.Check.Manifests;
using Bernstein.Check.Yaml;

namespace Bernstein.Check.Requirements;

/// <summary><c>wiring.secret-encoding</c>: what is in a Secret is what its author meant.</summary>
internal static class SecretEncoding
{
    private static readonly UTF8Encoding StrictUtf8 = new(false, throwOnInvalidBytes: true);

    internal static Requirement Encoding() =>
        new(
            "wiring.secret-encoding",
            Severity.Wiring,
            "Every value under a Secret's data is base64 of UTF-8 text with no line end after it.",
            "The password has a line end that nobody sees, and the database refuses it.",
            "Encode with printf '%s' VALUE | base64 (echo adds a line end), or write the plain text under stringData.",
            submission =>
            {
                var values = (
                    from secret in submission.Manifests.OfKind("Secret")
                    from entry in secret.Root["data"].Entries
                    select (Secret: secret, entry.Key, entry.Value)
                ).ToArray();
                return values.Length == 0
                    ? Verdict.NotJudged("no Secret has values under data")
                    : Verdict.Of(
                        values
                            .Where(entry => entry.Value.IsSet)
                            .Select(entry => (entry, Reason: WhyBadlyEncoded(entry.Value.Text ?? "?")))
                            .Where(found => found.Reason is not null)
                            .Select(found => new Finding($"{found.entry.Key} {found.Reason}", found.entry.Value.Location)
                            {
                                Mend = Encoded(found.entry.Secret, found.entry.Key, found.entry.Value.Text ?? ""),
                            })
                    );
            }
        );

    // What is not base64 is what its author meant, in plain text.
    private static Mend? Encoded(KubernetesObject secret, string key, string value)
    {
        var text = Decoded(value) is { } bytes ? Text(bytes) : value;
        return text is null
            ? null
            : Mend.Of(
                $"In {secret.File}, write {key} in base64, without a line end in it. A database that was made with it keeps the old one.",
                Edit.Set(
                    secret.Root,
                    Edit.Below("data", key),
                    YamlWriter.Text(Convert.ToBase64String(StrictUtf8.GetBytes(text.TrimEnd('\r', '\n'))))
                )
            );
    }

    private static string? WhyBadlyEncoded(string value)
    {
        if (Decoded(value) is not { } bytes)
        {
            return "is not base64";
        }

        return Text(bytes) switch
        {
            null => "is not UTF-8 text once it is decoded",
            [.., '\n' or '\r'] => "ends with a line end once it is decoded",
            _ => null,
        };
    }

    // Kubernetes leaves line ends out, as .NET does, but no other space.
    private static byte[]? Decoded(string value)
    {
        var bytes = new byte[value.Length];
        return !value.AsSpan().ContainsAny(' ', '\t') && Convert.TryFromBase64String(value, bytes, out var length) ? bytes[..length] : null;
    }

    private static string? Text(byte[] bytes)
    {
        try
        {
            return StrictUtf8.GetString(bytes);
        }
        catch (ArgumentException)
        {
            return null;
        }
    }
}
