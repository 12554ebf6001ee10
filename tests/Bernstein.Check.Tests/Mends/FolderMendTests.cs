namespace Bernstein.Check.Tests.Mends;

/// <summary>What is wrong with a folder as a whole, or with how its files are divided, is mended in one round.</summary>
public sealed class FolderMendTests
{
    private static readonly IReadOnlyDictionary<string, string> Files = Sample.Reference.Files;

    private static readonly string InOneFile = string.Join(
        "---\n",
        Files.OrderBy(file => file.Key, StringComparer.Ordinal).Select(file => file.Value)
    );

    [Test]
    public void A_folder_for_each_component_is_moved_and_not_doubled()
    {
        var before = Holding(
                Files.ToDictionary(file => $"{file.Key.Split('.')[0]}/{string.Join('.', file.Key.Split('.')[1..])}", file => file.Value)
            )
            .Assess();

        before.Mends.SelectMany(mend => mend.Edits).ShouldAllBe(edit => edit.Kind == EditKind.Move);
        var after = Mending.Mended(before);
        after.Failed.ShouldBe(0);
        after.Submission.Folder.Files.Count.ShouldBe(Files.Count);
    }

    [Test]
    public void Everything_in_one_file_is_divided_and_not_doubled()
    {
        var after = Mending.Mended(Holding(new() { ["all.yaml"] = InOneFile }).Assess());

        after.Failed.ShouldBe(0);
        after.Submission.Folder.Objects.Count.ShouldBe(Sample.Reference.Assess().Submission.Folder.Objects.Count);
    }

    [Test]
    public void Many_objects_without_lines_between_them_get_them_all_at_once()
    {
        var divided = Mending.Mended(Holding(new() { ["all.yaml"] = InOneFile.Replace("---\n", "", StringComparison.Ordinal) }).Assess());

        Mending.Mended(divided).Failures.Select(Mending.Shown).ShouldBeEmpty();
    }

    [Test]
    public void Files_that_lie_too_deep_are_moved_together()
    {
        var deep = (Holding(Files.ToDictionary(file => $"k8s/{file.Key}", file => file.Value)) with { KubernetesVersion = null }).Assess();

        deep.Mends.ShouldHaveSingleItem()
            .Sentence.ShouldBe($"Move the {FlatFiles.Names.Count} flat files of k8s/ to the top of the folder.");
        Mending.Mended(deep).Failed.ShouldBe(0);
    }

    [Test]
    public void One_file_that_lies_too_deep_is_moved_alone()
    {
        var others = Files.Where(file => !file.Key.StartsWith("redis", StringComparison.Ordinal)).ToDictionary();
        var sample = Holding(new(others) { ["k8s/redis-service.yaml"] = Files["redis.service.yaml"] });

        (sample with { KubernetesVersion = null })
            .Assess()
            .Mends.Select(mend => mend.Sentence)
            .ShouldContain("Move k8s/redis-service.yaml to redis.service.yaml.");
    }

    [Test]
    [NeedsUnix("links")]
    public void A_file_that_can_not_be_opened_is_not_judged_and_none_is_written_for_it()
    {
        using var place = new TemporaryFolder();
        foreach (var (name, text) in Sample.Reference.Without("poll.service.yaml").Files)
        {
            place.Write(name, text);
        }

        File.CreateSymbolicLink(place.In("poll.service.yaml"), "nowhere");
        var assessment = Assessment.Of(new Submission(FlatFiles.Read(place.Path)));
        assessment.Failures.Select(failure => failure.Requirement.Identifier).ShouldBe(["wiring.schema"]);
        var mend = assessment.Mends.ShouldHaveSingleItem();
        (mend.Sentence, mend.Edits.Count).ShouldBe(("Put a file that can be read in the place of poll.service.yaml, or take it out.", 0));
    }

    private static Sample Holding(Dictionary<string, string> files) => Sample.Reference with { Files = files };
}
