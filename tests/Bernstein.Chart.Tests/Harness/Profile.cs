namespace Bernstein.Chart.Tests.Harness;

/// <summary>A way to set up the chart: its defaults, or a file under values/.</summary>
public sealed partial class Profile
{
    private Profile(string name, IReadOnlyList<string>? givenUp = null)
    {
        Name = name;
        GivenUp =
            givenUp is not null ? givenUp
            : File.Exists(Path)
                ?
                [
                    .. Given()
                        .Matches(File.ReadAllText(Path))
                        .SelectMany(match => match.Groups[1].Value.Trim().TrimEnd('.').Split(',', StringSplitOptions.TrimEntries))
                        .SelectMany(Expanded),
                ]
            : [];
    }

    internal static Profile Defaults { get; } = new("defaults");

    /// <summary>Every profile that has a file.</summary>
    public static IReadOnlyList<Profile> Files { get; } = [.. Project.Profiles.Select(name => new Profile(name))];

    /// <summary>The defaults, and every profile that has a file.</summary>
    public static IReadOnlyList<Profile> All { get; } = [Defaults, .. Files];

    /// <summary>One profile laid over another: what either gives up is given up.</summary>
    internal static Profile Combined(params IReadOnlyList<string> names) =>
        new(
            string.Join('+', names),
            [.. Files.Where(profile => names.Contains(profile.Name)).SelectMany(profile => profile.GivenUp).Distinct()]
        );

    /// <summary>The name of its file, without the ending.</summary>
    public string Name { get; }

    internal string Path => Project.In("values", $"{Name}.yaml");

    /// <summary>A rendering with a fixed password, so that two can be compared.</summary>
    internal ChartOptions Options => new() { Profile = this == Defaults ? null : Name, Values = BernsteinChart.FixedPassword };

    /// <summary>The requirements that it says in a comment it gives up: <c># Gives up: poll.spread, redis.*.</c></summary>
    internal IReadOnlyList<string> GivenUp { get; }

    /// <summary>The oldest Kubernetes that it says in a comment it is for: <c># Kubernetes 1.22 or later.</c> Else the oldest that the chart takes.</summary>
    internal Version OldestKubernetes =>
        File.Exists(Path) && Needed().Match(File.ReadAllText(Path)) is { Success: true } needed
            ? Version.Parse(needed.Groups[1].Value)
            : new(1, 19);

    /// <summary>
    /// Whether a verdict is the one to expect: what is given up fails, and all else passes. Where something is given up, what
    /// the wiring asks of it may have nothing left to be judged on.
    /// </summary>
    internal bool Expects(Requirement requirement, Status status) =>
        GivenUp.Contains(requirement.Identifier)
            ? status == Status.Fail
            : status == Status.Pass || (status == Status.NotJudged && requirement.Severity == Severity.Wiring && GivenUp.Count > 0);

    /// <summary>The verdicts on a rendering that are not those to expect.</summary>
    internal IEnumerable<string> Unexpected(ManifestFolder manifests, Version? kubernetes = null)
    {
        var outcomes = Assessment.Of(new Submission(manifests, kubernetes ?? new Version(1, 35))).Outcomes;
        outcomes.Count.ShouldBe(Catalogue.All.Count);
        return outcomes
            .Where(outcome => !Expects(outcome.Requirement, outcome.Verdict.Status))
            .Select(outcome =>
                $"{outcome.Requirement.Identifier}: {outcome.Verdict.Status}: {string.Join("; ", outcome.Verdict.Findings.Select(finding => finding.Message))}"
            );
    }

    public override string ToString() => Name;

    private static IEnumerable<string> Expanded(string name) =>
        name.EndsWith(".*", StringComparison.Ordinal)
            ? Catalogue
                .All.Where(requirement =>
                    requirement.Severity == Severity.Specification
                    && requirement.Identifier.StartsWith(name[..^1], StringComparison.Ordinal)
                )
                .Select(requirement => requirement.Identifier)
            : [name];

    [GeneratedRegex("^# gives up:(.*)$", RegexOptions.Multiline | RegexOptions.IgnoreCase)]
    private static partial Regex Given();

    [GeneratedRegex(@"^# Kubernetes (1\.\d+) or later\.", RegexOptions.Multiline)]
    private static partial Regex Needed();
}
