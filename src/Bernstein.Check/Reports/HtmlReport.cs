using System.Net;

namespace Bernstein.Check.Reports;

/// <summary>
/// For a teacher: one page without a script and without the network, a row for each folder and a column for each requirement, and below
/// it what was found in each folder.
/// </summary>
/// <remarks>
/// Of several folders the table is there twice, in the order of their names and with the worst first, and two buttons show one of the two: so
/// the order changes without a script, and is the same for the eye, the keyboard and a screen reader.
/// </remarks>
public sealed class HtmlReport(ReportSettings settings) : IReport
{
    /// <inheritdoc/>
    public void Write(TextWriter output, IReadOnlyList<Answer> answers)
    {
        var assessments = answers.Assessments();
        var unjudged = answers.Count - assessments.Length;
        var failed = assessments.SelectMany(judged => judged.Failures).CountBy(failure => failure.Requirement).ToDictionary();
        var rows = answers.Select((answer, at) => (Answer: answer, Fields: AnswerFields.Of(answer, at))).ToArray();
        var byName = rows.OrderBy(row => row.Answer.Path, StringComparer.OrdinalIgnoreCase).ToArray();
        var worstFirst = byName.OrderByDescending(row => row.Answer.Assessment?.Failed ?? int.MaxValue);
        Fields[] tables =
            answers.Count > 1
                ? [Table("by-name", "", byName), Table("by-failures", ", the worst first", worstFirst)]
                : [Table("", "", rows)];
        var groups = settings.Asked.CountBy(named => named.Group);
        var page = new Fields(
            ("title", answers is [var only] ? only.Path : $"{answers.Count} folders"),
            ("style", Resource.Text("report.css")),
            ("sum", assessments.Sum() + (unjudged > 0 ? $", {unjudged} of {answers.Count} could not be judged" : "")),
            ("time", $"{settings.Time:yyyy-MM-ddTHH:mm:ssZ}"),
            ("date", settings.Time.ToString("d MMMM yyyy, HH:mm 'UTC'", CultureInfo.InvariantCulture)),
            ("version", ReportSettings.Version),
            ("since", settings.Since),
            ("several", answers.Count > 1),
            ("columns", settings.Asked.Count + 1),
            ("groups", groups.Select(group => new Fields(("group", group.Key), ("count", group.Value)))),
            ("heads", Heads(failed)),
            ("total", failed.Values.Sum()),
            ("tables", tables),
            ("answers", rows.Select(row => row.Fields))
        );
        output.Write(new Template(Resource.Text("report.html"), WebUtility.HtmlEncode).Filled(page));
    }

    private static Fields Table(string order, string words, IEnumerable<(Answer, Fields Fields)> rows) =>
        new(("order", order), ("inOrder", words), ("rows", rows.Select(row => row.Fields)));

    private IEnumerable<Fields> Heads(Dictionary<Requirement, int> failed)
    {
        var first = settings.Asked.DistinctBy(requirement => requirement.Group).ToHashSet();
        return from named in settings.Asked
            let total = failed.GetValueOrDefault(named)
            let kind = total > 0 ? "fail" : "none"
            select new Fields(("requirement", named), ("first", first.Contains(named)), ("total", total), ("kind", kind));
    }
}
