using Microsoft.Playwright;

namespace Bernstein.Chart.Tests.Cluster.Visiting;

/// <summary>A window of Chromium, for which every host is at the address of one node.</summary>
internal sealed class BrowserWindow : IAsyncDisposable
{
    // Remembers when the text of the page changed, in milliseconds.
    private const string Watch = """
        () => {
          let last = document.body.innerText;
          window.changes = [performance.now()];
          new MutationObserver(() => {
            const text = document.body.innerText;
            if (text !== last) { last = text; window.changes.push(performance.now()); }
          }).observe(document.body, { subtree: true, childList: true, characterData: true, attributes: true });
        }
        """;

    private readonly IPlaywright _playwright;
    private readonly IBrowser _browser;
    private readonly ConcurrentQueue<string> _failures = [];

    private BrowserWindow(IPlaywright playwright, IBrowser browser, IPage page)
    {
        (_playwright, _browser, Page) = (playwright, browser, page);
        page.Response += (_, response) => Note(response.Status >= 400, response.Url, $"{response.Status}");
        page.RequestFailed += (_, request) => Note(true, request.Url, request.Failure);
    }

    /// <summary>What it shows.</summary>
    internal IPage Page { get; }

    /// <summary>The requests of the page that were answered with an error, or not at all.</summary>
    internal IReadOnlyCollection<string> Failures => _failures;

    /// <summary>Opens a page, in a test that names Chromium by <see cref="NeedsAttribute"/>.</summary>
    internal static async Task<BrowserWindow> Open(string address, string url)
    {
        var playwright = await Playwright.CreateAsync();
        var browser = await playwright.Chromium.LaunchAsync(
            new()
            {
                ExecutablePath = NeededProgram.Of("chromium").Path,
                Args = ["--no-sandbox", "--no-proxy-server", $"--host-resolver-rules=MAP * {address}"],
            }
        );
        var window = new BrowserWindow(playwright, browser, await browser.NewPageAsync());
        await window.Page.GotoAsync(url);
        return window;
    }

    /// <summary>The longest time, within a span that begins now, for which the text of the page was the same.</summary>
    internal async Task<TimeSpan> LongestStandstill(TimeSpan span)
    {
        await Page.EvaluateAsync(Watch);
        await Task.Delay(span);
        var changes = await Page.EvaluateAsync<double[]>("() => [...window.changes, performance.now()]");
        return TimeSpan.FromMilliseconds(changes.Zip(changes.Skip(1), (one, next) => next - one).Max());
    }

    public async ValueTask DisposeAsync()
    {
        await _browser.DisposeAsync();
        _playwright.Dispose();
    }

    // Every browser asks for an icon, and no page has one.
    private void Note(bool failed, string url, string? why)
    {
        if (failed && !url.EndsWith("/favicon.ico", StringComparison.Ordinal))
        {
            _failures.Enqueue($"{why} {url}");
        }
    }
}
