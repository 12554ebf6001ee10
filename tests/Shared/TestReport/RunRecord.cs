using System.Text.Json;
using NUnit.Framework.Interfaces;

namespace Bernstein.TestReport;

/// <summary>What became of the tests of one project, kept in a file until the page is written.</summary>
/// <param name="Project">The name of the project.</param>
/// <param name="Session">What all projects of one <c>dotnet test</c> have in common, and no other run has.</param>
/// <param name="Began">When it began.</param>
/// <param name="Ended">When its last test had ended.</param>
/// <param name="All">How many tests the project has, whether they ran or not.</param>
/// <param name="Tests">Those that were asked for: with a filter, fewer.</param>
internal sealed record RunRecord(
    string Project,
    string Session,
    DateTimeOffset Began,
    DateTimeOffset Ended,
    int All,
    IReadOnlyList<TestRecord> Tests
)
{
    /// <summary>Takes it from what NUnit keeps of a suite and all below it.</summary>
    internal static RunRecord Of(string project, string session, DateTimeOffset began, ITestResult suite) =>
        new(project, session, began, DateTimeOffset.UtcNow, suite.Test.TestCaseCount, [.. Leaves(suite).Select(TestRecord.Of)]);

    /// <summary>The runs of one session that a folder keeps, in the order of their projects.</summary>
    internal static IReadOnlyList<RunRecord> Read(string folder, string session) =>
        [
            .. Directory
                .EnumerateFiles(folder, "*.json")
                .Order(StringComparer.Ordinal)
                .Select(path => JsonSerializer.Deserialize<RunRecord>(File.ReadAllText(path))!)
                .Where(run => run.Session == session),
        ];

    /// <summary>Keeps it in a folder, in the place of what an earlier run of the project left there.</summary>
    internal void Write(string folder) => File.WriteAllText(Path.Combine(folder, $"{Project}.json"), JsonSerializer.Serialize(this));

    private static IEnumerable<ITestResult> Leaves(ITestResult result) =>
        result.Test.IsSuite ? result.Children.SelectMany(Leaves) : [result];
}
