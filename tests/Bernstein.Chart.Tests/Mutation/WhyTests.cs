namespace Bernstein.Chart.Tests.Mutation;

/// <summary>Every value of the flat files is asked for by a requirement, or has its reason in a short list.</summary>
public sealed class WhyTests
{
    private const int MostReasons = 25;

    private static readonly Lazy<IReadOnlyList<AskedPart>> Parts = new(() =>
    {
        var folder = new ManifestFolder("flat", ManifestEdit.Manifests);
        var questions = new Questions(Judge(folder), Judge);
        return [.. folder.Files.AsParallel().AsOrdered().SelectMany(file => questions.Of(file).Parts)];
    });

    [Test]
    public void Every_value_of_the_flat_files_is_asked_for_or_has_a_reason()
    {
        var values = Parts.Value.Where(part => part.IsValue).ToArray();
        values.Length.ShouldBeGreaterThan(400);
        values.Count(part => part.IsAsked).ShouldBeGreaterThan(200);
        values
            .Where(part => part is { IsAsked: false, Reason: null })
            .Select(part => $"{part.Part.Of.File}:{part.Part.Line} {part}")
            .ShouldBeEmpty();
    }

    [Test]
    public void Every_reason_is_that_of_something_and_there_are_few()
    {
        Reason.All.ShouldNotBeEmpty();
        Reason.All.Except(Parts.Value.Select(part => part.Reason)).ShouldBeEmpty("explains nothing any more");
        Reason.All.Count.ShouldBeLessThanOrEqualTo(MostReasons);
    }

    [Test]
    public void Every_reason_has_its_page() =>
        Reason.All.ShouldAllBe(reason => File.Exists(Project.In("docs", "decisions", $"{reason.Decision}.md")));

    private static Assessment Judge(ManifestFolder folder) => Assessment.Of(new Submission(folder, new Version(1, 22)));
}
