using Bernstein.Chart.Tests.Chart;
using Bernstein.Chart.Tests.Harness;
using Bernstein.Chart.Tests.Mutation;
using Bernstein.Check.Requirements;
using Bernstein.TestReport;
using NUnit.Framework;
using Shouldly;

namespace Bernstein.Chart.Tests.Automation;

/// <summary>The tests whose numbers stand on the page of the run note them.</summary>
public sealed class NoteTests
{
    [Test]
    public void A_profile_notes_the_verdict() =>
        Noted(
                Note.Verdict,
                () => new ProfileTests().A_profile_meets_every_requirement_that_it_does_not_give_up(Profile.Defaults, "poll.image")
            )
            .ShouldBe(nameof(Status.Pass));

    [Test]
    public void A_version_notes_how_many_requirements_hold() =>
        Noted(
                Note.Held,
                () =>
                    new CompatibilityTests().Every_requirement_holds_that_the_profile_does_not_give_up(
                        Profile.Defaults,
                        HelmTool.Versions[0],
                        "1.35"
                    )
            )
            .ShouldBe("105");

    [Test]
    public void An_edit_notes_what_it_turns_red()
    {
        var edit = MutationTests.Harmful.First();
        Noted(Note.Red, () => new MutationTests().An_edit_turns_red_exactly_what_it_breaks(edit)).ShouldBe(string.Join(' ', edit.Red));
    }

    [Test]
    public void What_is_written_at_the_end_of_a_run_waits_for_every_test()
    {
        Type[] last = [typeof(RunReport), typeof(HelmReport)];
        last.ShouldAllBe(one => Attribute.IsDefined(one, typeof(SetUpFixtureAttribute)));
        var classes = typeof(NoteTests).Assembly.GetTypes().Where(type => type.Name.EndsWith("Tests", StringComparison.Ordinal)).ToArray();
        classes.Length.ShouldBeGreaterThan(50);
        classes
            .Where(type => !last.All(one => $"{type.Namespace}.".StartsWith($"{one.Namespace}.", StringComparison.Ordinal)))
            .ShouldBeEmpty();
    }

    private static string? Noted(string key, Action test) => Isolated.Run(test).Properties.Get(key) as string;
}
