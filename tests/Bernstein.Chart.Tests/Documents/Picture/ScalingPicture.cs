using Bernstein.Chart.Tests.Cluster.LoadRuns;

namespace Bernstein.Chart.Tests.Documents.Picture;

/// <summary>The load run of docs/scaling.md as SVG.</summary>
/// <param name="Report">What was measured.</param>
internal sealed record ScalingPicture(LoadReport Report)
{
    private const double FirstPanel = 62;
    private const double NextPanel = 160;
    private const int Span = 5;

    private static readonly string[] Styles = ["vote", "count", "config", "secret"];

    private readonly Canvas _canvas = new(
        1000,
        FirstPanel + (4 * NextPanel) - 8,
        "A load of votes that rises",
        "Four curves. Votes a second, by how many vote at once and by how the release is set up. Milliseconds until half and 95 of 100 votes are answered. "
            + "Then, over the time of the run with the defaults, votes accepted and counted in a second, and votes that wait in redis.",
        Panel.Style
    );

    private IReadOnlyList<LoadStep> Default { get; } =
    [.. Report.Steps.Where(step => step.Setting == LoadSetting.Default && step.Voters > 0)];

    private IReadOnlyList<LoadSecond> Seconds { get; } = [.. Report.Seconds.Where(second => second.Setting == LoadSetting.Default)];

    /// <summary>The picture as a file.</summary>
    public override string ToString()
    {
        _canvas.Text("title", 24, 32, "A load of votes that rises");
        DrawSteps();
        DrawTime();
        return _canvas.ToString();
    }

    private void DrawSteps()
    {
        var settings = Report.Steps.Where(step => step.Voters > 0).GroupBy(step => step.Setting).ToArray();
        var votes = Steps(
            0,
            "Votes a second, by how many vote at once",
            settings.SelectMany(steps => steps).Select(step => step.VotesASecond)
        );
        foreach (var (steps, style) in settings.Zip(Styles))
        {
            votes.Curve(style, steps.Key.ToString(), steps.Select(step => (Place(step.Voters), step.VotesASecond)), hasDots: true);
        }

        var waits = Steps(1, "Milliseconds until an answer, by how many vote at once", Default.Select(step => step.MostWithin ?? 0));
        waits.Curve("vote", "half of the votes", Default.Select(step => (Place(step.Voters), step.HalfWithin ?? 0)), hasDots: true);
        waits.Curve("secret", "95 of 100", Default.Select(step => (Place(step.Voters), step.MostWithin ?? 0)), hasDots: true);
    }

    private void DrawTime()
    {
        // What is counted is not told every second: so a point is the mean of some.
        var spans = Seconds.Chunk(Span).Where(span => span.Length == Span).ToArray();
        var accepted = spans.Select(span => (Middle(span), span.Average(second => second.Accepted))).ToArray();
        var counted = spans
            .Zip(spans.Skip(1), (one, next) => (Middle(next), (double)((next[^1].Counted ?? 0) - (one[^1].Counted ?? 0)) / Span))
            .ToArray();
        var votes = Times(
            2,
            "Votes a second, over the time of the run with the defaults of the chart",
            accepted.Concat(counted).Select(point => point.Item2)
        );
        votes.Curve("count", "voters counted", counted, hasDots: false);
        votes.Curve("vote", "votes accepted", accepted, hasDots: false);
        var waiting = Times(3, "Votes that wait in redis, over the same time", Seconds.Select(second => (double)(second.Waiting ?? 0)));
        waiting.Curve(
            "secret",
            "waiting",
            Seconds.Select(second => ((double)second.Second, (double)(second.Waiting ?? 0))),
            hasDots: false
        );
    }

    private static double Middle(LoadSecond[] span) => span[0].Second + (Span / 2.0);

    private Panel Steps(int number, string title, IEnumerable<double> values)
    {
        var panel = new Panel(_canvas, FirstPanel + (number * NextPanel), title, Default.Count + 1, values);
        foreach (var step in Default)
        {
            panel.Mark(Place(step.Voters), $"{step.Voters}");
        }

        return panel;
    }

    private Panel Times(int number, string title, IEnumerable<double> values)
    {
        var panel = new Panel(_canvas, FirstPanel + (number * NextPanel), title, Math.Max(Seconds.Count, 1), values);
        foreach (var step in Seconds.Where(second => second.Voters > 0).GroupBy(second => second.Voters))
        {
            panel.Mark((step.First().Second + step.Last().Second + 1) / 2.0, $"{step.Key} {(step.Key == 1 ? "voter" : "voters")}");
        }

        return panel;
    }

    // Each step is as far from the next, whatever its number.
    private double Place(int voters) => Default.Count(step => step.Voters < voters) + 1;
}
