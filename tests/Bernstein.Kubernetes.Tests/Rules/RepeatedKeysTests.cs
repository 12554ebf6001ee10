using NUnit.Framework;

namespace Bernstein.Kubernetes.Tests.Rules;

/// <summary>What an API server refuses, in words, and the mend.</summary>
public sealed class RepeatedKeysTests
{
    [TestCase(
        "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a, name: b}",
        "the key name is twice in metadata; the last one counts",
        "Remove the earlier name, which does not count."
    )]
    public void What_is_refused_is_said_with_its_mend(string text, string message, string? mend) =>
        Manifest.ShouldBeRefused(text, message, mend);
}
