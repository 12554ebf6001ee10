namespace Bernstein.Chart.Tests.Harness;

/// <summary>The Chromium that pages are opened in.</summary>
internal static class Browser
{
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
