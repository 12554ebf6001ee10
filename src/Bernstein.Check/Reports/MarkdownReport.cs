namespace Bernstein.Check.Reports;

/// <summary>For a comment on a proposal: a table of the folders, and what fails in each.</summary>
public sealed partial class MarkdownReport(ReportSettings settings) : IReport
{
    /// <inheritdoc/>
    public void Write(TextWriter output, IReadOnlyList<Answer> answers) =>
        output.Write(
            new Template(Resource.Text("report.markdown"), Escape).Filled(
                new(("since", settings.Since), ("answers", answers.Select(AnswerFields.Of)))
            )
        );

    // What a file says must not become a table, a link, a tag, a formula, or a word to a team: GitHub looks for those after it has read the signs.
    private static string Escape(string text) =>
        string.Concat(
            text.Select(letter =>
                letter switch
                {
                    '|' or '<' or '>' or '[' or ']' or '`' or '*' or '_' or '~' or '$' or '\\' => $"\\{letter}",
                    '@' or '#' => $"{letter}<!-- -->",
                    '&' => "&amp;",
                    _ when char.IsControl(letter) => " ",
                    _ => letter.ToString(),
                }
            )
        );
}
