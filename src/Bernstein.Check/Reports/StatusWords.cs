namespace Bernstein.Check.Reports;

/// <summary>The words of a status in the formats for programs and in those for people.</summary>
internal static class StatusWords
{
    /// <summary><c>pass</c>, <c>fail</c> or <c>not-judged</c>, which never change.</summary>
    internal static string Word(this Status status) =>
        status switch
        {
            Status.Pass => "pass",
            Status.Fail => "fail",
            _ => "not-judged",
        };

    /// <summary>The same as a part of a sentence.</summary>
    internal static string Sentence(this Status status) =>
        status switch
        {
            Status.Pass => "holds",
            Status.Fail => "does not hold",
            _ => "not judged",
        };

    /// <summary><c>specification</c>, <c>wiring</c> or <c>production</c>.</summary>
    internal static string Word(this Severity severity) =>
        severity switch
        {
            Severity.Specification => "specification",
            Severity.Wiring => "wiring",
            _ => "production",
        };

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
