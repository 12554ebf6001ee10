namespace Bernstein.Check.Reports;

/// <summary>A way to report: its name on the command line, and what writes it.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Report">Makes the report.</param>
public sealed record ReportFormat(string Name, Func<ReportSettings, IReport> Report)
{
    /// <summary>Every format, the one that is taken where none is named first.</summary>
    public static IReadOnlyList<ReportFormat> All { get; } =
    [
        new("text", settings => new TextReport(settings)),
        new("json", settings => new JsonReport(settings)),
        new("junit", settings => new JUnitReport(settings)),
        new("markdown", settings => new MarkdownReport(settings)),
        new("html", settings => new HtmlReport(settings)),
        new("sarif", settings => new SarifReport(settings)),
        new("csv", settings => new CsvReport(settings)),
        new("patch", settings => new PatchReport(settings)),
    ];

    /// <summary>Its name, as the help of the command line shows it.</summary>
    public override string ToString() => Name;
}
