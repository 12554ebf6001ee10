using Bernstein.Check.Requirements;

namespace Bernstein.Chart.Tests.Documents.Picture;

/// <summary>The picture of a verdict as SVG: a row for each requirement, in a card for each of its groups, in the order of the catalogue.</summary>
/// <param name="Assessment">What it shows.</param>
/// <param name="Kubernetes">The version that the manifests were judged for.</param>
internal sealed record VerdictPicture(Assessment Assessment, Version Kubernetes)
{
    private const int Columns = 4;
    private const double Width = 1000;
    private const double Edge = 17;
    private const double Gap = 10;
    private const double Top = 62;
    private const double Row = 17;
    private const double Head = 34;

    private static readonly Dictionary<Status, (string Style, string Mark)> Marks = new()
    {
        [Status.Pass] = ("count", "✓"),
        [Status.Fail] = ("secret", "✗"),
        [Status.NotJudged] = ("quiet", "–"),
    };

    /// <summary>The picture as a file.</summary>
    public override string ToString()
    {
        var cards = Cards().ToArray();
        var told = $"{Assessment.Passed} passed, {Assessment.Failed} failed";
        var canvas = new Canvas(
            Width,
            cards.Max(card => card.Y + card.Height) + Edge,
            "The verdict on the flat files",
            $"scripts/check says of each requirement whether it holds: {told}."
        );
        canvas.Text("code", Edge + 12, 40, $"scripts/check manifests --kube-version {Kubernetes}");
        canvas.Text(Assessment.Failed == 0 ? "title count ink" : "title secret ink", Width - Edge - 12, 40, told, "end");
        foreach (var (name, outcomes, x, y, height) in cards)
        {
            canvas.Box("band", x, y, CardWidth, height, 8);
            canvas.Text("", x + 12, y + 21, name);
            canvas.Text(
                "quiet",
                x + CardWidth - 12,
                y + 21,
                $"{outcomes.Count(outcome => outcome.Verdict.Status == Status.Pass)} of {outcomes.Length}",
                "end"
            );
            for (var at = 0; at < outcomes.Length; at++)
            {
                var (style, mark) = Marks[outcomes[at].Verdict.Status];
                canvas.Text($"small {style} ink", x + 12, y + Head + 6 + (Row * at), mark);
                canvas.Text("code", x + 28, y + Head + 6 + (Row * at), outcomes[at].Requirement.Identifier);
            }
        }

        return canvas.ToString();
    }

    private static double CardWidth => (Width - (2 * Edge) - ((Columns - 1) * Gap)) / Columns;

    // A group stands whole in the column that its middle falls into when all of them stand below each other.
    private IEnumerable<(string Name, (Requirement Requirement, Verdict Verdict)[] Outcomes, double X, double Y, double Height)> Cards()
    {
        var groups = Assessment
            .Outcomes.GroupBy(outcome => outcome.Requirement.Group)
            .Select(group => (group.Key, Outcomes: group.ToArray()))
            .ToArray();
        var whole = groups.Sum(group => HeightOf(group.Outcomes));
        var (before, bottoms) = (0.0, Enumerable.Repeat(Top, Columns).ToArray());
        foreach (var (name, outcomes) in groups)
        {
            var height = HeightOf(outcomes);
            var column = (int)((before + (height / 2)) / whole * Columns);
            yield return (name, outcomes, Edge + (column * (CardWidth + Gap)), bottoms[column], height);
            before += height;
            bottoms[column] += height + Gap;
        }
    }

    private static double HeightOf((Requirement Requirement, Verdict Verdict)[] outcomes) => Head + (Row * outcomes.Length) + 2;
}
