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

    private readonly IGrouping<string, Requirement>[] _groups = [.. asked.GroupBy(requirement => requirement.Group)];

    /// <summary>The identifiers that begin a group, and have a line at their left.</summary>
    private readonly HashSet<string> _first =
    [
        .. asked.GroupBy(requirement => requirement.Group).Select(group => group.First().Identifier),
    ];

    /// <summary>The part of the page.</summary>
    public override string ToString()
    {
        var worstFirst = answers
            .OrderByDescending(answer => answer.Item.Assessment?.Failed ?? int.MaxValue)
            .ThenBy(answer => answer.Item.Path, StringComparer.OrdinalIgnoreCase);
        var byName = answers.OrderBy(answer => answer.Item.Path, StringComparer.OrdinalIgnoreCase);
        return answers.Length == 1
            ? $"{Legend}{Table("", answers)}"
            : $"""
                {Legend}<fieldset class="order"><legend>Order of the folders</legend>
                <label><input type="radio" name="order" id="by-name" checked> by name</label>
                <label><input type="radio" name="order" id="by-failures"> by failures</label>
                </fieldset>
                {Table("by-name", byName)}{Table("by-failures", worstFirst)}
                """;
    }

    private string Table(string order, IEnumerable<(int Index, Answer Item)> rows) =>
        $"""
            <div class="matrix {order}" role="region" aria-label="Folders and requirements{(
                order == "by-failures" ? ", the worst first" : ""
            )}" tabindex="0"><table>
            <thead><tr><td class="corner"></td><td></td>{Each(
                _groups,
                group => $"""<th scope="colgroup" class="group" colspan="{group.Count()}">{group.Key}</th>"""
            )}</tr>
            <tr><th scope="col" class="corner">folder</th><th scope="col" class="count">failed</th>{Each(
                asked,
                Head
            )}</tr></thead><tbody>
            {Each(rows, row => Row(row.Index, row.Item))}</tbody>{(answers.Length > 1 ? Totals() : "")}</table></div>

            """;

    private string Head(Requirement requirement) =>
        $"""<th scope="col" class="name{Border(requirement)}"><span>{requirement.Identifier}</span></th>""";

    private string Row(int number, Answer answer)
    {
        var head = $"""<th scope="row"><a href="#f{number}">{Encode(answer.Path)}</a></th>""";
        return answer.Assessment is { } assessment
            ? $"<tr>{head}<td class=\"count\">{assessment.Failed}</td>{Each(assessment.Outcomes, outcome => Cell(number, outcome.Requirement, outcome.Verdict.Status))}</tr>\n"
            : $"<tr>{head}<td class=\"unjudged\" colspan=\"{asked.Count + 1}\">not judged, because {Encode(answer.Reason!)}</td></tr>\n";
    }

    private string Cell(int number, Requirement requirement, Status status)
    {
        var mark =
            status == Status.Fail
                ? $"""<a href="#f{number}-{requirement.Identifier}" aria-label="{requirement.Identifier}: {status.Sentence()}">✗</a>"""
                : $"""<span role="img" aria-label="{status.Sentence()}">{(status == Status.Pass ? "✓" : "–")}</span>""";
        return $"""<td class="{status.Word()}{Border(requirement)}">{mark}</td>""";
    }

    private string Totals()
    {
        var assessments = answers.Select(answer => answer.Item.Assessment).OfType<Assessment>().ToArray();
        var failed = asked
            .Index()
            .Select(requirement =>
                (requirement.Item, assessments.Count(assessment => assessment.Outcomes[requirement.Index].Verdict.Status == Status.Fail))
            );
        var cells = Each(
            failed,
            total => $"""<td class="total {(total.Item2 > 0 ? "fail" : "none")}{Border(total.Item)}">{total.Item2}</td>"""
        );
        return $"""<tfoot><tr><th scope="row">failed</th><td class="count">{assessments.Sum(assessment => assessment.Failed)}</td>{cells}</tr></tfoot>""";
    }

    private string Border(Requirement requirement) => _first.Contains(requirement.Identifier) ? " first" : "";
}
