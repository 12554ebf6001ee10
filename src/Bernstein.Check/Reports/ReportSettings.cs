namespace Bernstein.Check.Reports;

/// <summary>What a report is told beside the answers.</summary>
/// <param name="IsColoured">Whether the output is a terminal that shows colours.</param>
/// <param name="Time">When it was judged.</param>
/// <param name="Points">What each requirement is worth.</param>
/// <param name="Since">The older hand-in that is compared with, as it was named; null where there is none.</param>
public sealed record ReportSettings(bool IsColoured, DateTimeOffset Time, Points Points, string? Since = null)
{
    /// <summary>The requirements that were asked, in their order.</summary>
    public IReadOnlyList<Requirement> Asked { get; init; } = Catalogue.All;

    /// <summary>How many columns the terminal has; null where there is none, and a line may be as long as it is.</summary>
    public int? Width { get; init; }

    /// <summary>The version of the judge, which is that of the chart.</summary>
    internal static string Version { get; } = typeof(ReportSettings).Assembly.GetName().Version!.ToString(3);
}
