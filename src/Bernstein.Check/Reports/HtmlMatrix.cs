using static Bernstein.Check.Reports.HtmlReport;

namespace Bernstein.Check.Reports;

/// <summary>
/// The table of the page: folders down, requirements across, each by its name, with totals. Of several folders it is there twice, in the order
/// in which they were named and with the worst first, and two buttons show one of the two: so the order changes without a script, and is the
/// same for the eye, the keyboard and a screen reader.
/// </summary>
/// <param name="answers">What became of each folder, numbered in the order in which they were named.</param>
/// <param name="asked">The requirements, in their order.</param>
internal sealed class HtmlMatrix((int Index, Answer Item)[] answers, IReadOnlyList<Requirement> asked)
{
    private const string Legend =
        """<p><b class="pass">✓</b> holds, <b class="fail">✗</b> does not hold: follow it to the reason and the fix, """
        + """<b class="not-judged">–</b> not judged.</p>"""
        + "\n";

    /// <summary>Those that begin a group, and have a line at their left.</summary>
    private readonly HashSet<Requirement> _first = [.. asked.DistinctBy(requirement => requirement.Group)];

    /// <summary>The part of the page.</summary>
    public override string ToString()
    {
        var byName = answers.OrderBy(answer => answer.Item.Path, StringComparer.OrdinalIgnoreCase).ToArray();
        var worstFirst = byName.OrderByDescending(answer => answer.Item.Assessment?.Failed ?? int.MaxValue);
        return answers.Length == 1
            ? $"{Legend}{Table("", "", answers)}"
            : $"""
                {Legend}<fieldset class="order"><legend>Order of the folders</legend>
                <label><input type="radio" name="order" id="by-name" checked> by name</label>
                <label><input type="radio" name="order" id="by-failures"> by failures</label>
                </fieldset>
                {Table("by-name", "", byName)}{Table("by-failures", ", the worst first", worstFirst)}
                """;
    }

    private string Table(string order, string words, IEnumerable<(int Index, Answer Item)> rows)
    {
        var groups = Each(
            asked.CountBy(requirement => requirement.Group),
            group => $"""<th scope="colgroup" class="group" colspan="{group.Value}">{group.Key}</th>"""
        );
        var heads = Each(asked, named => $"""<th scope="col" class="name{Border(named)}"><span>{named}</span></th>""");
        return $"""
            <div class="matrix {order}" role="region" aria-label="Folders and requirements{words}" tabindex="0"><table>
            <thead><tr><td class="corner"></td><td></td>{groups}</tr>
            <tr><th scope="col" class="corner">folder</th><th scope="col" class="count">failed</th>{heads}</tr></thead><tbody>
            {Each(rows, row => Row(row.Index, row.Item))}</tbody>{(answers.Length > 1 ? Totals() : "")}</table></div>

            """;
    }

    private string Row(int number, Answer answer)
    {
        var cells = answer.Assessment is { } assessment
            ? $"<td class=\"count\">{assessment.Failed}</td>{Each(assessment.Outcomes, outcome => Cell(number, outcome.Requirement, outcome.Verdict.Status))}"
            : $"<td class=\"unjudged\" colspan=\"{asked.Count + 1}\">not judged, because {Encode(answer.Reason!)}</td>";
        return $"<tr><th scope=\"row\"><a href=\"#f{number}\">{Encode(answer.Path)}</a></th>{cells}</tr>\n";
    }

    private string Cell(int number, Requirement requirement, Status status)
    {
        var mark =
            status == Status.Fail
                ? $"""<a href="#f{number}-{requirement}" aria-label="{requirement}: {status.Sentence()}">✗</a>"""
                : $"""<span role="img" aria-label="{status.Sentence()}">{(status == Status.Pass ? "✓" : "–")}</span>""";
        return $"""<td class="{status.Word()}{Border(requirement)}">{mark}</td>""";
    }

    private string Totals()
    {
        var failed = answers
            .Select(answer => answer.Item)
            .Assessments()
            .SelectMany(assessment => assessment.Failures)
            .CountBy(failure => failure.Requirement)
            .ToDictionary();
        var cells = Each(
            asked.Select(named => (Requirement: named, Failed: failed.GetValueOrDefault(named))),
            total => $"""<td class="total {(total.Failed > 0 ? "fail" : "none")}{Border(total.Requirement)}">{total.Failed}</td>"""
        );
        return $"""<tfoot><tr><th scope="row">failed</th><td class="count">{failed.Values.Sum()}</td>{cells}</tr></tfoot>""";
    }

    private string Border(Requirement requirement) => _first.Contains(requirement) ? " first" : "";
}
