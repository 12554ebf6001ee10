using Bernstein.Check.Tests.Hostile;
using Bernstein.Check.Tests.Requirements;
using FsCheck;
using FsCheck.Fluent;

namespace Bernstein.Check.Tests.Mends;

/// <summary>
/// Every mend leads somewhere: made again and again they come to an end at which no edit is left; no step passes less than the one before, no
/// object stands twice, no file is gone; and the lines that are told, done by hand, give the same bytes. BERNSTEIN_MEND_PAIRS says how many
/// pairs of slips are tried, from BERNSTEIN_MEND_SEED on, and BERNSTEIN_MEND_EVERY that each slip is (1), or each tenth (10).
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
                    .QuickThrowOnFailure.WithMaxTest(Setting.Of("BERNSTEIN_MEND_PAIRS", folder == "all in one file" ? 8 : 60))
                    .WithReplay((ulong)Setting.Of("BERNSTEIN_MEND_SEED", 600), 601)
            );
    }

    [Test]
    public void A_slip_is_mended_to_the_end()
    {
        var every = Setting.Of("BERNSTEIN_MEND_EVERY", 40);
        var whole = Sample.Reference.Files;
        var tried = Slip.In(whole).Index().Where(slip => slip.Index % every == 0).Select(slip => slip.Item).ToArray();
        tried.Length.ShouldBeGreaterThan(100);
        tried.AsParallel().AsOrdered().SelectMany(slip => Faults(whole, slip).Select(fault => $"{slip}: {fault}")).ShouldBeEmpty();
    }

    // What led nowhere once.
    [TestCase("the hardened one", "backup.cronjob.yaml:80 without its value")]
    [TestCase("all in one file", "all.yaml:431 to the right", "all.yaml:408 deleted")]
    [TestCase("the example", "postgres.secret.yaml:4 a text", "postgres.deployment.yaml:44 a text")]
    public void Slips_of_old_are_mended_to_the_end(string folder, params string[] slips) =>
        Faults(Wholes[folder], [.. slips.Select(slip => Slip.In(Wholes[folder]).Single(known => $"{known}" == slip))]).ShouldBeEmpty();

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

    [Test]
    public void What_production_asks_is_fixed_to_the_end() =>
        Wholes
            .Values.Select(MendPath.Folder)
            .Concat(AssessmentTests.Submissions.Select(name => AssessmentTests.Assess(name).Submission.Folder))
            .SelectMany(whole => MendPath.Faults(Assessment.Of(new Submission(whole), Catalogue.Production)))
            .ShouldBeEmpty();

    [Test]
    [NeedsUnix("pipes, devices and names of files")]
    public void Whatever_lies_in_a_folder_is_kept_where_it_is_fixed_to_the_end()
    {
        using var place = new TemporaryFolder();
        var folders = HostileCase
            .All.Select((hostile, at) => (hostile.Name, Arguments: hostile.Arrange(Directory.CreateDirectory(place.In($"{at}")).FullName)))
            .Where(hostile => hostile.Arguments is [var folder] && Directory.Exists(folder) && new DirectoryInfo(folder).LinkTarget is null)
            .ToArray();
        folders.Length.ShouldBeGreaterThan(50);
        foreach (var (_, arguments) in folders)
        {
            // So that there is something to fix.
            File.Delete(Path.Combine(arguments[0], "worker.deployment.yaml"));
        }

        folders
            .AsParallel()
            .SelectMany(hostile => MendPath.FaultsOnDisk(hostile.Arguments[0]).Select(fault => $"{hostile.Name}: {fault}"))
            .ShouldBeEmpty();
    }

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
}
