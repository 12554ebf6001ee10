namespace Bernstein.Check.Tests.Production;

/// <summary>Every requirement of production holds for the hardened sample, and can fail in each of its ways.</summary>
public sealed class HardenedTests
{
    public static IEnumerable<ProductionEdit> Harmful => ProductionEdit.Read("harmful-edits.txt");

    public static IEnumerable<ProductionEdit> Harmless => ProductionEdit.Read("harmless-edits.txt");

    [Test]
    public void The_hardened_sample_meets_production_and_gives_up_what_the_letter_asks_against_it()
    {
        Sample
            .Hardened.AssessProduction()
            .Outcomes.ShouldAllBe(outcome => outcome.Verdict.Status == Status.Pass, "Hardened needs what it asks for");
        Sample
            .Hardened.Assess()
            .Failures.Select(failure => failure.Requirement.Identifier)
            .ShouldBe(["traefik.namespace", "traefik.authorization", "traefik.node-port.dashboard", "cadvisor.image"], ignoreOrder: true);
    }

    [Test]
    public void Every_requirement_is_turned_red_by_some_edit() =>
        Catalogue
            .Production.Select(requirement => requirement.Identifier)
            .Except(Harmful.SelectMany(edit => edit.Red))
            .ShouldBeEmpty("harmful-edits.txt needs an edit that breaks it");

    [TestCaseSource(nameof(Harmful))]
    public void An_edit_turns_red_exactly_what_it_breaks_and_it_is_told(ProductionEdit edit) => edit.ShouldTurnRed();

    [TestCaseSource(nameof(Harmless))]
    public void An_edit_that_does_not_matter_turns_nothing_red(ProductionEdit edit) =>
        edit.Assess().Failures.Select(Mending.Shown).ShouldBeEmpty();

    [TestCaseSource(nameof(Harmful))]
    public void The_mends_of_an_edit_mend_it_or_are_for_a_person(ProductionEdit edit)
    {
        var before = edit.Assess();
        var after = Mending.Mended(before);
        Mending.Held(before).Except(Mending.Held(after)).ShouldBeEmpty("held before the mends");
        (after.Failed == 0 ? after : Mending.Mended(after))
            .Failures.SelectMany(failure => failure.Verdict.Findings)
            .ShouldAllBe(finding => finding.Mend == null || finding.Mend.Edits.Count == 0, "a mend that mends nothing");
    }

    [Test]
    public void The_letter_alone_is_not_fit_for_production()
    {
        var assessment = Sample.Reference.AssessProduction();
        assessment.Outcomes.ShouldAllBe(outcome => outcome.Verdict.Status == Status.Fail);
        // What the mends can do without knowing the images: the network policies, the budgets, the tokens.
        var mended = Mending.Mended(assessment);
        mended
            .Failures.SelectMany(failure => failure.Verdict.Findings)
            .ShouldAllBe(finding => finding.Mend == null || finding.Mend.Edits.Count == 0);
        Mending
            .Held(mended)
            .ShouldBe(["production.network-policy", "production.service-account", "production.availability"], ignoreOrder: true);
    }

    [Test]
    public void The_mends_of_production_break_nothing_of_the_letter()
    {
        var before = Assessment.Of(Sample.Reference.AssessProduction().Submission, Catalogue.WithProduction);
        before.Passed.ShouldBe(Catalogue.All.Count);
        Mending.Held(before).Except(Mending.Held(Mending.Mended(before))).ShouldBeEmpty();
    }
}
