namespace Bernstein.Check.Requirements;

/// <summary><c>wiring.secret-encoding</c>: what is in a Secret is what its author meant.</summary>
internal static class SecretEncoding
{
    internal static Requirement Encoding() =>
        new(
            "wiring.secret-encoding",
            Severity.Wiring,
            "Every value under a Secret's data is base64 of UTF-8 text with no line end after it.",
            "The password has a line end that nobody sees, and the database refuses it.",
            "Encode with printf '%s' VALUE | base64 (echo adds a line end), or write the plain text under stringData.",
            submission =>
            {
                var secrets = submission.Manifests.OfKind("Secret").Where(secret => secret.Root["data"].Entries.Count > 0).ToArray();
                return secrets.Length == 0
                    ? Verdict.NotJudged("no Secret has values under data")
                    : Verdict.Of(secrets.SelectMany(secret => SecretData.BadlyEncoded(secret.Root)));
            }
        );
}
