namespace Bernstein.Chart.Tests.Mutation;

/// <summary>Every requirement can fail: edits of the chart's own flat files turn red exactly what they break, and every mend mends it.</summary>
public sealed class MutationTests
{
    private static readonly string Folder = Project.In("tests", "Bernstein.Chart.Tests", "Mutation");

    public static IEnumerable<ManifestEdit> Harmful => ManifestEdit.Read(Path.Combine(Folder, "harmful-edits.txt"));

    public static IEnumerable<ManifestEdit> Harmless => ManifestEdit.Read(Path.Combine(Folder, "harmless-edits.txt"));

    public static IEnumerable<ManifestEdit> Deletions => ManifestEdit.Read(Path.Combine(Folder, "deletions.txt"));

    [Test]
    public void Every_requirement_is_turned_red_by_some_edit() =>
        Catalogue
            .All.Select(requirement => requirement.Identifier)
            .Except(Harmful.Concat(Deletions).SelectMany(edit => edit.Red))
            .ShouldBeEmpty("harmful-edits.txt needs an edit that breaks it");

    [TestCaseSource(nameof(Harmful))]
    [TestCaseSource(nameof(Deletions))]
    public void An_edit_turns_red_exactly_what_it_breaks(ManifestEdit edit)
    {
        edit.Red.ShouldNotBeEmpty();
        edit.Judge().ShouldBe(edit.Red, ignoreOrder: true);
    }

    [TestCaseSource(nameof(Harmful))]
    [TestCaseSource(nameof(Deletions))]
    public void The_mends_of_an_edit_lead_back_to_green(ManifestEdit edit)
    {
        var before = edit.Assess();
        var after = Mending.Mended(before);
        Mending.Held(before).Except(Mending.Held(after)).ShouldBeEmpty("held before the mends");
        (after.Failed == 0 ? after : Mending.Mended(after)).Failures.Select(Mending.Shown).ShouldBeEmpty();
    }

    [TestCaseSource(nameof(Harmless))]
    public void An_edit_that_does_not_matter_turns_nothing_red(ManifestEdit edit) => edit.Judge().ShouldBeEmpty();
}
