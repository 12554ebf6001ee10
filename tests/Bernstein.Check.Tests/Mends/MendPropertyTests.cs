using Bernstein.Check.Tests.Requirements;
using FsCheck;
using FsCheck.Fluent;

namespace Bernstein.Check.Tests.Mends;

/// <summary>
/// Every mend leads somewhere: made again and again they come to an end at which no edit is left; no step passes less than the one before, no
/// object stands twice, no file is gone; and the lines that are told, done by hand, give the same bytes. BERNSTEIN_MEND_PAIRS says how many
/// pairs of slips are tried, and BERNSTEIN_MEND_EVERY that each slip is (1), or each tenth (10).
/// </summary>
public sealed class MendPropertyTests
{
    private static readonly Dictionary<string, IReadOnlyDictionary<string, string>> Wholes = new()
    {
        ["the example"] = Sample.Reference.Files,
        ["the hardened one"] = Sample.Hardened.Files,
        ["all in one file"] = new Dictionary<string, string>
        {
            ["all.yaml"] = string.Join(
                "---\n",
                Sample.Reference.Files.OrderBy(file => file.Key, StringComparer.Ordinal).Select(file => file.Value)
            ),
        },
    };

    public static IEnumerable<string> Folders => Wholes.Keys;

    public static IEnumerable<string> Submissions => AssessmentTests.Submissions;

    [TestCaseSource(nameof(Folders))]
    public void A_pair_of_slips_is_mended_to_the_end(string folder)
    {
        var (whole, slips) = (Wholes[folder], Slip.In(Wholes[folder]).ToArray());
        Prop.ForAll(
                Arb.From(Gen.Elements(slips).ArrayOf(2), Fewer),
                pair => Faults(whole, pair).ShouldBeEmpty(string.Join(", ", pair.AsEnumerable()))
            )
            .Check(
                Config
                    .QuickThrowOnFailure.WithMaxTest(Setting("BERNSTEIN_MEND_PAIRS", folder == "all in one file" ? 8 : 60))
                    .WithReplay(600, 601)
            );
    }

    [Test]
    public void A_slip_is_mended_to_the_end()
    {
        var every = Setting("BERNSTEIN_MEND_EVERY", 40);
        var whole = Sample.Reference.Files;
        var tried = Slip.In(whole).Index().Where(slip => slip.Index % every == 0).Select(slip => slip.Item).ToArray();
        tried.Length.ShouldBeGreaterThan(100);
        tried.AsParallel().AsOrdered().SelectMany(slip => Faults(whole, slip).Select(fault => $"{slip}: {fault}")).ShouldBeEmpty();
    }

    [TestCaseSource(nameof(Submissions))]
    public void A_submission_is_mended_to_the_end(string name) =>
        MendPath.Faults(AssessmentTests.Assess(name).Submission.Folder).ShouldBeEmpty();

    [Test]
    public void What_the_chart_rendered_is_mended_to_the_end() =>
        MendPath
            .Faults(
                new Dictionary<string, string>
                {
                    ["rendered.yaml"] = File.ReadAllText(Project.In("tests", "Bernstein.Kubernetes.Tests", "Oracle", "rendered.yaml")),
                }
            )
            .ShouldBeEmpty();

    // A check that can't fail is none: what leads nowhere is seen.
    [Test]
    public void A_folder_whose_objects_stand_twice_after_a_step_is_found()
    {
        var folder = FlatFiles.Parse("redis.service.yaml", Sample.Reference.Files["redis.service.yaml"]);
        MendPath.Twice([folder, folder]).ShouldBe(["Service redis of default"]);
    }

    private static IEnumerable<string> Faults(IReadOnlyDictionary<string, string> whole, params Slip[] slips) =>
        MendPath.Faults(slips.Aggregate(whole, (folder, slip) => slip.Made(folder)));

    private static IEnumerable<Slip[]> Fewer(Slip[] slips) => slips.Length < 2 ? [] : slips.Select(slip => new[] { slip });

    private static int Setting(string name, int otherwise) =>
        int.TryParse(Environment.GetEnvironmentVariable(name), CultureInfo.InvariantCulture, out var value) ? value : otherwise;
}
