namespace Bernstein.Check.Reports;

/// <summary>What templates tell of an answer.</summary>
internal static class AnswerFields
{
    internal static Fields Of(Answer answer, int number)
    {
        var changes = answer.Changes().ToArray();
        return new([
            ("number", number),
            ("path", answer.Path),
            ("reason", answer.Reason),
            ("judged", answer.Assessment is not null),
            ("news", answer.Assessment is { } judged && judged.Failed + judged.Remarks.Count + changes.Length > 0),
            ("changed", changes.Length),
            ("changes", changes.Select(change => new Fields(("words", change.Words), ("requirements", Listed(change.Requirements))))),
            .. answer.Assessment is { } assessment ? Of(assessment) : [],
        ]);
    }

    private static (string, object?)[] Of(Assessment assessment)
    {
        var telling = new FindingsByCause(assessment);
        var first = assessment.Outcomes.DistinctBy(outcome => outcome.Requirement.Group).ToHashSet();
        return
        [
            ("passed", assessment.Passed),
            ("failed", assessment.Failed),
            ("notJudged", assessment.NotJudged),
            ("leftOut", assessment.Remarks.Count),
            ("hints", assessment.Hints.Select(hint => new Fields(("hint", hint)))),
            ("remarks", assessment.Remarks.Select(remark => new Fields(("where", remark.Location), ("found", remark.Message)))),
            ("outcomes", assessment.Outcomes.Select(outcome => Of(outcome.Requirement, outcome.Verdict, first.Contains(outcome)))),
            ("failures", assessment.Failures.Select(failure => Of(failure.Requirement, telling.Of(failure.Requirement, failure.Verdict)))),
        ];
    }

    private static Fields Of(Requirement requirement, Verdict verdict, bool isFirst) =>
        new(
            ("requirement", requirement),
            ("first", isFirst),
            ("status", verdict.Status.Word()),
            ("words", verdict.Status.Sentence()),
            ("fails", verdict.Status == Status.Fail),
            ("holds", verdict.Status == Status.Pass),
            ("unjudged", verdict.Status == Status.NotJudged ? verdict.Findings[0].Message : null)
        );

    private static Fields Of(Requirement requirement, IEnumerable<ToldCause> causes) =>
        new(
            ("requirement", requirement),
            ("sentence", requirement.Sentence),
            ("protects", requirement.Protects),
            ("link", requirement.Explanation.Link),
            ("causes", causes.Select(Of))
        );

    private static Fields Of(ToldCause told)
    {
        var fix = (told.Elsewhere is null ? told.Sentence : told.Mend) + (told.Fixes is { } fixes ? $" {fixes}" : "");
        var findings = told
            .Findings.Select(finding => (finding.Location, finding.Message))
            .DefaultIfEmpty((told.Place.Location, Message: ""));
        // The fix stands beside the first thing that was found.
        var rows = findings.Select((row, at) => new Fields(("where", row.Location), ("found", row.Message), ("fix", at == 0 ? fix : "")));
        return new(
            ("hasNews", told.Findings.Count),
            ("rows", rows),
            ("elsewhere", told.Elsewhere),
            ("mend", told.Elsewhere is null ? told.Sentence : null),
            ("fixes", told.Fixes),
            ("count", told.Others.Count + 1),
            ("others", Listed(told.Others))
        );
    }

    private static IEnumerable<Fields> Listed(IEnumerable<Requirement> requirements) =>
        requirements.Select((requirement, at) => new Fields(("comma", at > 0 ? ", " : ""), ("requirement", requirement)));
}
