namespace Bernstein.Check.Reports;

/// <summary>A way to report: its name on the command line, and what writes it.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Report">Makes the report, for an output that is coloured or is not.</param>
public sealed record ReportFormat(string Name, Func<bool, IReport> Report)
{
    /// <summary>Every format, the one that is taken where none is named first.</summary>
    public static IReadOnlyList<ReportFormat> All { get; } =
    [
        new("text", isColoured => new TextReport(isColoured)),
        new("json", _ => new JsonReport()),
        new("junit", _ => new JUnitReport()),
        new("markdown", _ => new MarkdownReport()),
        new("html", _ => new HtmlReport()),
    ];

    /// <summary>Its name, as the help of the command line shows it.</summary>
    public override string ToString() => Name;
}
