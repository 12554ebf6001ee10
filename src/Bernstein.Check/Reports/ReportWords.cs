namespace Bernstein.Check.Reports;

/// <summary>What several formats say in the same words.</summary>
internal static class ReportWords
{
    /// <summary><c>pass</c>, <c>fail</c> or <c>not-judged</c>, which never change.</summary>
    internal static string Word(this Status status) =>
        status == Status.Pass ? "pass"
        : status == Status.Fail ? "fail"
        : "not-judged";

    /// <summary>The same as a part of a sentence.</summary>
    internal static string Sentence(this Status status) =>
        status == Status.Pass ? "holds"
        : status == Status.Fail ? "does not hold"
        : "not judged";

    /// <summary><c>specification</c>, <c>wiring</c> or <c>production</c>.</summary>
    internal static string Word(this Severity severity) => severity.ToString().ToLowerInvariant();

    /// <summary>The names of requirements in one line.</summary>
    internal static string Names(this IEnumerable<Requirement> requirements) => string.Join(' ', requirements);

    /// <summary>A finding in one line, with its place where it has one.</summary>
    internal static string Shown(this Finding finding) => $"{(finding.Location is null ? "" : $"{finding.Location}: ")}{finding.Message}";

    /// <summary>A remark in one line, with its place.</summary>
    internal static string Shown(this Remark remark) => $"{remark.Location}: {remark.Message}";

    /// <summary>Why a folder was not judged, as the end of a sentence.</summary>
    internal static string Unjudged(this Answer answer) => $"not judged, because {answer.Reason}";

    /// <summary>What was judged.</summary>
    internal static Assessment[] Assessments(this IEnumerable<Answer> answers) =>
        [.. answers.Select(answer => answer.Assessment).OfType<Assessment>()];

    /// <summary>How many requirements hold in all of them, and how many do not.</summary>
    internal static string Sum(this IReadOnlyList<Assessment> assessments) =>
        $"{assessments.Sum(assessment => assessment.Passed)} passed, {assessments.Sum(assessment => assessment.Failed)} failed";

    /// <summary>Where the first thing stands that was found.</summary>
    internal static Location? Place(this Verdict verdict) =>
        verdict.Findings.Select(finding => finding.Location).FirstOrDefault(location => location is not null);

    /// <summary>What changed since an older hand-in, in a few words for each kind of change that there is.</summary>
    internal static IEnumerable<(string Words, Requirement[] Requirements)> Changes(this Answer answer) =>
        new[]
        {
            ("fixed", answer.Mended.ToArray()),
            ("broke", answer.Broke.ToArray()),
            ("fails, and could not be judged before", answer.NotSeenBefore.ToArray()),
            ("no longer there", answer.Gone.ToArray()),
            ("still fails", answer.StillFails.ToArray()),
        }.Where(change => change.Item2.Length > 0);
}
