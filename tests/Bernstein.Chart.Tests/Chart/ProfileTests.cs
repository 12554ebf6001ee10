namespace Bernstein.Chart.Tests.Chart;

/// <summary>What holds for the defaults and for every file under values/.</summary>
public sealed partial class ProfileTests
{
    public static IEnumerable<object[]> Requirements =>
        from profile in Profile.All
        from requirement in Catalogue.All
        select new object[] { profile, requirement.Identifier };

    private static IEnumerable<Profile> WithClaims => Profile.Files.Where(profile => profile.Name != "external-databases");

    [Test]
    public void There_are_profiles_and_requirements_to_judge() =>
        (
            Profile.Files.Any(profile => profile.Name == "specification"),
            Catalogue.All.Count(requirement => requirement.Severity == Severity.Specification)
        ).ShouldBe((true, 88));

    [TestCaseSource(nameof(Requirements))]
    public void A_profile_meets_every_requirement_that_it_does_not_give_up(Profile profile, string identifier)
    {
        var requirement = Catalogue.All.Single(requirement => requirement.Identifier == identifier);
        var verdict = requirement.Judge(new Submission(BernsteinChart.Manifests(profile.Options), new Version(1, 35)));
        profile.Expects(requirement, verdict.Status).ShouldBeTrue(Told(profile, requirement));
    }

    [Test]
    public void What_is_told_of_a_profile_that_fails_is_what_the_judge_tells() =>
        Told(Profile.Files.Single(profile => profile.Name == "modern"), Catalogue.All.Single(found => found.Identifier == "redis.image"))
            .ShouldMatch(@"✗ redis\.image  .+\.\n +redis\.deployment\.yaml:\d+: .+\n +Fix: .+redis:5\.0[\s\S]*\n +\+ .+redis:5\.0");

    /// <summary>What <c>helm template … | scripts/check -</c> says of one requirement: sentence, place, what was found, the mend and its lines.</summary>
    private static string Told(Profile profile, Requirement requirement)
    {
        using var text = new StringWriter { NewLine = "\n" };
        var submission = new Submission(BernsteinChart.Manifests(profile.Options), new Version(1, 35));
        var answer = new Answer(profile.Name, Assessment.Of(submission, [requirement]), null);
        new TextReport(new ReportSettings(false, default, new Points([], null))).Write(text, [answer]);
        return profile.GivenUp.Contains(requirement.Identifier)
            ? $"{profile.Path} says that it gives up {requirement.Identifier}:\n{text}"
            : $"{profile.Name}, which is to be judged with: helm template bernstein chart/bernstein{Argument(profile)} | scripts/check -\n{text}";

        static string Argument(Profile profile) => profile == Profile.Defaults ? "" : $" -f values/{profile.Name}.yaml";
    }

    [TestCaseSource(typeof(Profile), nameof(Profile.All))]
    public void A_profile_gives_up_only_what_there_is(Profile profile) =>
        profile.GivenUp.Except(Catalogue.All.Select(requirement => requirement.Identifier)).ShouldBeEmpty();

    [TestCaseSource(typeof(Profile), nameof(Profile.All))]
    public void Lint_finds_nothing_to_say(Profile profile)
    {
        var result = HelmTool.TryRun(null, ["lint", "--strict", "--quiet", Project.Chart, .. profile.Options.Arguments]);
        (result.ExitCode, result.Output.Trim()).ShouldBe((0, ""), result.Error);
    }

    [TestCaseSource(typeof(Profile), nameof(Profile.All))]
    public void Rendered_files_read_as_if_written_by_hand(Profile profile)
    {
        var lines = BernsteinChart.Render(profile.Options).Split('\n').SkipLast(1).ToArray();
        lines.ShouldNotBeEmpty();
        lines
            .Where(line => line.Trim().Length == 0 || line != line.TrimEnd() || line.Contains('\t') || Litter().IsMatch(line))
            .ShouldBeEmpty();
    }

    [TestCaseSource(typeof(Profile), nameof(Profile.All))]
    public void The_same_values_render_the_same_bytes(Profile profile) =>
        BernsteinChart.RenderAfresh(profile.Options).Output.ShouldBe(BernsteinChart.Render(profile.Options));

    [TestCaseSource(typeof(Profile), nameof(Profile.All))]
    public void Neither_the_name_of_the_release_nor_the_namespace_it_is_installed_into_matters(Profile profile)
    {
        var manifests = BernsteinChart.Manifests(profile.Options with { Release = "another", Namespace = "elsewhere" });
        manifests.Objects.ShouldNotContain(found => found.Namespace == "elsewhere");
        profile.Unexpected(manifests).ShouldBeEmpty();
    }

    [TestCaseSource(typeof(Profile), nameof(Profile.Files))]
    public void A_profile_says_what_it_is_for_and_changes_something(Profile profile)
    {
        File.ReadLines(profile.Path).First().ShouldMatch("^# [A-Z].*[.:]");
        BernsteinChart.Render(profile.Options).ShouldNotBe(BernsteinChart.Render(Profile.Defaults.Options));
    }

    /// <summary>A claim without a class takes the cluster's default, which not every cluster has: EKS has none since Kubernetes 1.30.</summary>
    [TestCaseSource(nameof(WithClaims))]
    public void A_storage_class_is_that_of_every_claim(Profile profile)
    {
        var claims = Claims(profile.Options);
        var classes = claims.Where(storage => storage is { Length: > 0 }).Distinct().ToArray();
        claims.ShouldAllBe(storage => classes.Length == 0 || storage == classes.Single());
    }

    [Test]
    public void Every_claim_of_the_chart_is_looked_at() =>
        Claims(Profile.Defaults.Options)
            .Count.ShouldBe(
                Directory
                    .EnumerateFiles(Path.Combine(Project.Chart, "templates"), "*.yaml", SearchOption.AllDirectories)
                    .Sum(path => ClaimKind().Count(File.ReadAllText(path)))
            );

    [TestCaseSource(typeof(Profile), nameof(Profile.Files))]
    public void A_profile_repeats_no_default(Profile profile) =>
        Repeated(CaseFile.Read(profile.Path), CaseFile.Read(Path.Combine(Project.Chart, "values.yaml")), "").ShouldBeEmpty();

    /// <summary>The storage class of each claim, with every claim switched on.</summary>
    private static List<string?> Claims(ChartOptions options) =>
        [
            .. BernsteinChart
                .Manifests(options with { Values = $"{options.Values}\nredis: {{volume: {{enabled: true}}}}\nbackup: {{enabled: true}}" })
                .Objects.Where(found => found.Kind == "PersistentVolumeClaim")
                .Select(claim => claim.Root.At("spec.storageClassName").Text),
        ];

    private static IEnumerable<string> Repeated(Node value, Node standard, string path) =>
        value switch
        {
            Mapping { Entries.Count: > 0 } => value.Entries.SelectMany(entry =>
                Repeated(entry.Value, standard[entry.Key], $"{path}.{entry.Key}")
            ),
            Scalar scalar => standard is Scalar other && other.Value == scalar.Value && other.Type == scalar.Type ? [path] : [],
            _ => value.Items.Count == 0 && standard.IsSet && standard.Items.Count == 0 ? [path] : [],
        };

    [GeneratedRegex("""^kind: PersistentVolumeClaim$|include "bernstein\.claim" """, RegexOptions.Multiline)]
    private static partial Regex ClaimKind();

    [GeneratedRegex(@"<no value>|(^|[:\s])\s*(null|~)$|%!")]
    private static partial Regex Litter();
}
