using Bernstein.Check.Tests.Requirements;

namespace Bernstein.Check.Tests.Mends;

/// <summary>The mends of the submissions lead to the end too.</summary>
public sealed class SubmissionMendTests
{
    [TestCaseSource(typeof(AssessmentTests), nameof(AssessmentTests.Submissions))]
    public void The_mends_of_a_submission_lead_to_green(string name)
    {
        var before = AssessmentTests.Assess(name);
        var after = Mending.Mended(before);

        Mending.Held(before).Except(Mending.Held(after)).ShouldBeEmpty("held before the mends");
        (after.Failed == 0 ? after : Mending.Mended(after)).Failures.Select(Mending.Shown).ShouldBeEmpty();
    }
}
