namespace Bernstein.Kubernetes.Tests.Oracle;

/// <summary>A kubectl of an old version, which refuses what its API server would leave out without a word: a field that there is not.</summary>
/// <param name="Path">The program.</param>
/// <param name="Address">The server whose types it asks for.</param>
/// <param name="Token">A token for that server.</param>
internal sealed partial record Kubectl(string Path, string Address, string Token)
{
    /// <summary>By its place in the list, why a manifest is refused; those that are taken are not there.</summary>
    internal async Task<IReadOnlyDictionary<int, string>> WhyRefused(IReadOnlyList<string> manifests)
    {
        using var folder = new TemporaryFolder();
        foreach (var (index, manifest) in manifests.Index())
        {
            await File.WriteAllTextAsync(System.IO.Path.Combine(folder.Path, $"{index:D5}.json"), manifest);
        }

        var error = new Command(
            Path,
            ["--server", Address, "--token", Token, "--insecure-skip-tls-verify", "create", "--dry-run=client", "-f", folder.Path]
        )
        {
            Timeout = TimeSpan.FromHours(1),
        }
            .TryRun()
            .Error;
        return Refusal()
            .Matches(error)
            .DistinctBy(match => match.Groups["index"].Value)
            .ToDictionary(
                match => int.Parse(match.Groups["index"].ValueSpan, CultureInfo.InvariantCulture),
                match => $"kubectl: {match.Groups["why"].Value}"
            );
    }

    [GeneratedRegex(@"/(?<index>\d{5})\.json"": (error validating data: )?(?<why>.*)")]
    private static partial Regex Refusal();
}
