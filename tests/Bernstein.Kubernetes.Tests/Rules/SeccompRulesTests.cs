namespace Bernstein.Kubernetes.Tests.Rules;

/// <summary>What an API server refuses, in words, and the mend.</summary>
public sealed class SeccompRulesTests
{
    [TestCase(
        $"{Manifest.Pod}{{securityContext: {{seccompProfile: {{type: Localhost}}}}, containers: [{{name: b, image: c}}]}}",
        "spec.securityContext.seccompProfile has the type Localhost and no localhostProfile; asked for is both",
        "Write type: RuntimeDefault"
    )]
    [TestCase(
        $"{Manifest.Pod}{{securityContext: {{seccompProfile: {{type: RuntimeDefault, localhostProfile: d}}}}, containers: [{{name: b, image: c}}]}}",
        "spec.securityContext.seccompProfile has a localhostProfile and not the type Localhost; remove it",
        "Remove localhostProfile."
    )]
    [TestCase(
        $"{Manifest.Pod}{{securityContext: {{seccompProfile: {{type: Localhost, localhostProfile: ../d}}}}, containers: [{{name: b, image: c}}]}}",
        "securityContext.seccompProfile.localhostProfile is ../d; asked for is a path without / at its begin and without ..",
        null
    )]
    public void What_is_refused_is_said_with_its_mend(string text, string message, string? mend) =>
        Manifest.ShouldBeRefused(text, message, mend);
}
