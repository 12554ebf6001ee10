namespace Bernstein.Check.Tests.Requirements.Production;

public sealed class PodRequirementsTests
{
    public static IEnumerable<ProductionEdit> Edits => ProductionEdit.Breaking("pod-security", "images", "resources", "probes");

    [TestCaseSource(nameof(Edits))]
    public void An_edit_turns_red_exactly_what_it_breaks_and_it_is_told(ProductionEdit edit) => edit.ShouldTurnRed();
}
