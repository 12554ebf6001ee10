namespace Bernstein.Check.Tests.Reports;

/// <summary>A report is the same bytes on Windows, where .NET ends lines otherwise unless it is told.</summary>
public sealed partial class LineEndTests
{
    [Test]
    public void What_would_end_its_lines_as_the_system_does_is_told_how() =>
        Directory
            .EnumerateFiles(Project.In("src", "Bernstein.Check"), "*.cs", SearchOption.AllDirectories)
            .Select(path => (Name: Path.GetFileName(path), Text: File.ReadAllText(path)))
            .Where(file => OfTheSystem().IsMatch(file.Text) && !Told().IsMatch(file.Text))
            .Select(file => file.Name)
            .ShouldBeEmpty();

    [GeneratedRegex(@"XmlWriterSettings|WriteIndented|JsonWriterOptions|Environment\.NewLine|AppendLine|new StreamWriter|new StringWriter")]
    private static partial Regex OfTheSystem();

    [GeneratedRegex("NewLine(?:(?:Chars)? =|,) \"\\\\n\"")]
    private static partial Regex Told();
}
