using System.Text.RegularExpressions;
using Bernstein.Chart.Tests.Helm;
using Bernstein.Check.Requirements;
using NUnit.Framework;
using Shouldly;

namespace Bernstein.Chart.Tests.Chart;

/// <summary>What holds for the defaults and for every file under values/.</summary>
public sealed partial class ProfileTests
{
    private const string Defaults = "defaults";

    public static IEnumerable<string> Profiles => [Defaults, .. Project.Profiles];

    public static IEnumerable<object[]> Requirements =>
        from profile in Profiles from requirement in Catalogue.All select new object[] { profile, requirement.Identifier };

    [Test]
    public void There_are_profiles_and_requirements_to_judge() =>
        (Project.Profiles.Contains("specification"), Catalogue.All.Count(requirement => requirement.Severity == Severity.Letter), Catalogue.All.Count)
            .ShouldBe((true, 88, 104));

    [TestCaseSource(nameof(Requirements))]
    public void A_profile_meets_every_requirement_that_it_does_not_give_up(string profile, string identifier)
    {
        var verdict = Catalogue.All.Single(requirement => requirement.Identifier == identifier)
            .Judge(new Submission(BernsteinChart.Manifests(Options(profile)), new Version(1, 35)));
        var expected = GivenUp(profile).Contains(identifier) ? Status.Fail : Status.Pass;
        verdict.Status.ShouldBe(expected, string.Join('\n', verdict.Findings.Select(finding => $"{finding.Location}: {finding.Message}")));
    }

    [TestCaseSource(nameof(Profiles))]
    public void A_profile_gives_up_only_what_there_is(string profile) =>
        GivenUp(profile).Except(Catalogue.All.Where(requirement => requirement.Severity == Severity.Letter).Select(requirement => requirement.Identifier)).ShouldBeEmpty();

    [TestCaseSource(nameof(Profiles))]
    public void Lint_finds_nothing_to_say(string profile)
    {
        var result = BernsteinChart.Lint(Options(profile));
        (result.ExitCode, result.Output.Trim()).ShouldBe((0, ""), result.Error);
    }

    [TestCaseSource(nameof(Profiles))]
    public void Rendered_files_read_as_if_written_by_hand(string profile)
    {
        var lines = BernsteinChart.Render(Options(profile)).Split('\n').SkipLast(1).ToArray();
        lines.ShouldNotBeEmpty();
        lines.Where(line => line.Trim().Length == 0 || line != line.TrimEnd() || line.Contains('\t') || Litter().IsMatch(line)).ShouldBeEmpty();
    }

    [TestCaseSource(nameof(Profiles))]
    public void The_same_values_render_the_same_bytes(string profile) =>
        BernsteinChart.RenderAfresh(Options(profile)).Output.ShouldBe(BernsteinChart.Render(Options(profile)));

    [TestCaseSource(typeof(Project), nameof(Project.Profiles))]
    public void A_profile_says_what_it_is_for_and_changes_something(string profile)
    {
        File.ReadLines(Project.In("values", $"{profile}.yaml")).First().ShouldMatch("^# [A-Z].*[.:]");
        BernsteinChart.Render(Options(profile)).ShouldNotBe(BernsteinChart.Render(Options(Defaults)));
    }

    internal static ChartOptions Options(string profile) => profile == Defaults
        ? new ChartOptions { Values = BernsteinChart.FixedPassword }
        : new ChartOptions { Profile = profile, Values = BernsteinChart.FixedPassword };

    // A profile says in a comment which letter requirements it gives up: «# Gives up: poll.spread, result.spread.»
    private static string[] GivenUp(string profile) => profile == Defaults
        ? []
        : [.. Given().Matches(File.ReadAllText(Project.In("values", $"{profile}.yaml"))).SelectMany(match => match.Groups[1].Value.TrimEnd('.').Split(", "))];

    [GeneratedRegex(@"<no value>|:\s*(null|~)$|%!")]
    private static partial Regex Litter();

    [GeneratedRegex("^# Gives up: (.*)$", RegexOptions.Multiline)]
    private static partial Regex Given();
}
