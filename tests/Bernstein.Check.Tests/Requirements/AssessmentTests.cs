namespace Bernstein.Check.Tests.Requirements;

/// <summary>
/// Submissions as students write them. Each folder holds the files in which it differs from the judge's own example, a
/// typical mistake (or none: a way of writing that is as good), and in <c>expected.txt</c> every finding, to the letter.
/// </summary>
public sealed class AssessmentTests
{
    private static readonly string Folder = Project.In("tests", "Bernstein.Check.Tests", "Submissions");

    private static readonly string Reference = Project.In("src", "Bernstein.Check", "Example");

    public static IEnumerable<string> Submissions =>
        Directory.EnumerateDirectories(Folder).Select(path => Path.GetFileName(path)!).Order(StringComparer.Ordinal);

    [Test]
    public void The_reference_meets_every_requirement() =>
        Assessment.Of(new Submission(FlatFiles.Read(Reference), new Version(1, 22))).Passed.ShouldBe(Catalogue.All.Count);

    [Test]
    public void There_are_submissions() => Submissions.Count().ShouldBeGreaterThanOrEqualTo(12);

    [TestCaseSource(nameof(Submissions))]
    public void A_submission_gets_the_verdicts_that_a_careful_reader_gives(string name)
    {
        var expected = File.ReadAllText(Path.Combine(Folder, name, "expected.txt"));
        Findings(name).ShouldBe(expected);
    }

    internal static string Findings(string name) =>
        string.Concat(
            from outcome in Assess(name).Outcomes
            where outcome.Verdict.Status != Status.Pass
            from finding in outcome.Verdict.Findings
            let state = outcome.Verdict.Status == Status.Fail ? "" : " (not judged)"
            select $"{outcome.Requirement.Identifier}{state}: {(finding.Location is null ? "" : $"{finding.Location}: ")}{finding.Message}\n"
        );

    internal static Assessment Assess(string name) => Assessment.Of(new Submission(Overlay(name), new Version(1, 22)));

    private static ManifestFolder Overlay(string name)
    {
        var files = FlatFiles.Read(Reference).Files.ToDictionary(file => file.Path);
        foreach (var file in FlatFiles.Read(Path.Combine(Folder, name)).Files)
        {
            files[file.Path] = file;
        }

        return new ManifestFolder(name, [.. files.Values]);
    }
}
