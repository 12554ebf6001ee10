using System.Text.RegularExpressions;
using NUnit.Framework;
using Shouldly;

namespace Bernstein.Check.Tests;

/// <summary>The folders of the library and of the judge stand in one order, and each knows those before it alone.</summary>
public sealed partial class FolderTests
{
    private const string Library = "Bernstein.Kubernetes";
    private const string Judge = "Bernstein.Check";

    private static readonly string[] OfTheLibrary = ["Yaml", "Manifests", "Values", "Types", "Objects", "Rules", "Network", "PodSecurity"];

    private static readonly string[] OfTheJudge = ["Application", "Mends", "Requirements", "Reports", "Why"];

    private static readonly string[] Order = [.. OfTheLibrary, .. OfTheJudge];

    [Test]
    public void These_are_the_folders()
    {
        Folders(Library).ShouldBe(OfTheLibrary, ignoreOrder: true);
        Folders(Judge).ShouldBe(OfTheJudge, ignoreOrder: true);
    }

    [TestCaseSource(nameof(Order))]
    public void A_folder_knows_those_before_it_alone(string folder) =>
        FilesOf(folder)
            .SelectMany(path => Forbidden(folder, File.ReadAllText(path)).Select(name => $"{Path.GetFileName(path)} names {name}"))
            .ShouldBeEmpty();

    [TestCaseSource(nameof(Order))]
    public void A_file_is_in_the_namespace_of_its_folder(string folder) =>
        FilesOf(folder).Where(path => !File.ReadLines(path).Contains($"namespace {ProjectOf(folder)}.{folder};")).ShouldBeEmpty();

    // Such a using would be in no file of the folder that it serves.
    [Test]
    public void No_using_is_global() =>
        new[] { Library, Judge }
            .SelectMany(project => Files(project, "*.cs").Concat(Files(project, "*.csproj")))
            .Where(path => GlobalUsing().IsMatch(File.ReadAllText(path)))
            .ShouldBeEmpty();

    [TestCase("Yaml", "using Bernstein.Kubernetes.Manifests;", "Manifests")]
    [TestCase("Types", "using static Bernstein.Check.Requirements.Verdict;", "Requirements")]
    [TestCase("Rules", "using Words = Bernstein.Check.Reports.TextReport;", "Reports")]
    [TestCase("Manifests", "Bernstein.Check.Application.FlatFiles.Names", "Application")]
    [TestCase("Rules", "return Requirements.Verdict.Pass;", "Requirements")]
    [TestCase("Values", "/// <see cref=\"Rules.PodRules\"/>", "Rules")]
    [TestCase("Application", "global::Bernstein.Check.Reports.IReport report", "Reports")]
    [TestCase("Reports", "new CheckCommand(output, error)", "CheckCommand")]
    public void A_name_that_points_up_is_found(string folder, string text, string name) => Forbidden(folder, text).ShouldBe([name]);

    [TestCase("Reports", "using Bernstein.Check.Requirements;")]
    [TestCase("Rules", "submission.Requirements.Count")]
    [TestCase("Requirements", "Rules.SchemaValidator.Validate(found)")]
    [TestCase("Requirements", "namespace Bernstein.Check.Requirements;")]
    public void A_name_that_points_down_is_allowed(string folder, string text) => Forbidden(folder, text).ShouldBeEmpty();

    private static string ProjectOf(string folder) => OfTheLibrary.Contains(folder) ? Library : Judge;

    private static IEnumerable<string> Folders(string project) =>
        Files(project, "*.cs")
            .Select(path => Path.GetRelativePath(Project.In("src", project), path).Split(Path.DirectorySeparatorChar))
            .Where(steps => steps.Length > 1)
            .Select(steps => steps[0])
            .Distinct();

    private static IEnumerable<string> FilesOf(string folder) => Files(ProjectOf(folder), "*.cs", folder);

    private static IEnumerable<string> Files(string project, string pattern, string folder = "") =>
        Directory
            .EnumerateFiles(Project.In("src", project, folder), pattern, SearchOption.AllDirectories)
            .Where(path => !Path.GetRelativePath(Project.In("src", project), path).StartsWith("obj", StringComparison.Ordinal));

    private static IEnumerable<string> Forbidden(string folder, string text) =>
        Names()
            .Matches(text)
            .Select(match => match.Groups["name"].Value)
            .Where(name => Array.IndexOf(Order, name) is var place && (place < 0 || place > Array.IndexOf(Order, folder)))
            .Distinct();

    // A namespace by its full name, or by the part that is enough within Bernstein; and what stands in none of the folders.
    [GeneratedRegex(
        @"Bernstein\.(Check|Kubernetes)\.(?<name>[A-Z]\w+)|(?<![\w.])(?<name>Yaml|Manifests|Types|Rules|Network|PodSecurity|Application|Mends|Requirements|Reports)\.[A-Z]|\b(?<name>CheckCommand|Program|CommandOptions|HandIn|FailOn|Fixing|WhyCommand|OptionParser)\b"
    )]
    private static partial Regex Names();

    [GeneratedRegex(@"^\s*global using\b|<Using\b", RegexOptions.Multiline)]
    private static partial Regex GlobalUsing();
}
