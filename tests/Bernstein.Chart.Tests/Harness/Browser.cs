namespace Bernstein.Chart.Tests.Harness;

/// <summary>The Chromium that pages are opened in.</summary>
internal static class Browser
{
    /// <summary>What to say where there is none.</summary>
    internal const string Missing = "there is no Chromium: name one in $CHROMIUM, or put it on PATH";

    /// <summary>Where it is; null where there is none.</summary>
    internal static string? Path { get; } =
        new[] { Environment.GetEnvironmentVariable("CHROMIUM") }
            .Concat(new[] { "chromium", "google-chrome", "chrome" }.SelectMany(SearchPath.Find))
            .FirstOrDefault(File.Exists);

    /// <summary>Arguments that let it open the page it is told and talk to nobody else.</summary>
    /// <param name="profile">A folder for what it writes.</param>
    internal static IReadOnlyList<string> Quiet(string profile) =>
        [
            "--headless",
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            $"--user-data-dir={profile}",
        ];
}
