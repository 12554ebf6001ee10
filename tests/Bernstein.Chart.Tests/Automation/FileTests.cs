namespace Bernstein.Chart.Tests.Automation;

/// <summary>What an editor, kind, pre-commit and GitHub read of this project: the cases in Files, each with what its files must have (<see cref="Pattern"/>).</summary>
public sealed class FileTests
{
    private static IEnumerable<TestCaseData> Cases => CaseFile.In("Bernstein.Chart.Tests", "Automation", "Files");

    [TestCaseSource(nameof(Cases))]
    public void A_file_has_what_is_written(Node asked)
    {
        asked.Entries.ShouldNotBeEmpty();
        asked.Entries.SelectMany(file => Pattern.Differences(file.Value, CaseFile.Read(Project.In(file.Key)), file.Key)).ShouldBeEmpty();
    }
}
