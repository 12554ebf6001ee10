using System.Text.RegularExpressions;
using NUnit.Framework;
using Shouldly;

namespace Bernstein.Check.Tests;

/// <summary>The folders of the judge stand in one order, and each knows those before it alone.</summary>
public sealed partial class FolderTests
{
    private static readonly string[] Order = ["Yaml", "Manifests", "Kubernetes", "Application", "Mends", "Requirements", "Reports"];

    private static readonly string Source = Project.In("src", "Bernstein.Check");

    [Test]
    public void These_are_the_folders() =>
        Files("*.cs")
            .Select(path => Path.GetRelativePath(Source, path).Split(Path.DirectorySeparatorChar))
            .Where(steps => steps.Length > 1)
            .Select(steps => steps[0])
            .Distinct()
            .ShouldBe(Order, ignoreOrder: true);

    [TestCaseSource(nameof(Order))]
    public void A_folder_knows_those_before_it_alone(string folder) =>
        Files("*.cs", folder)
            .SelectMany(path => Forbidden(folder, File.ReadAllText(path)).Select(name => $"{Path.GetFileName(path)} names {name}"))
            .ShouldBeEmpty();

    [TestCaseSource(nameof(Order))]
    public void A_file_is_in_the_namespace_of_its_folder(string folder) =>
        Files("*.cs", folder).Where(path => !File.ReadLines(path).Contains($"namespace Bernstein.Check.{folder};")).ShouldBeEmpty();

    // Such a using would be in no file of the folder that it serves.
    [Test]
    public void No_using_is_global() =>
        Files("*.cs").Concat(Files("*.csproj")).Where(path => GlobalUsing().IsMatch(File.ReadAllText(path))).ShouldBeEmpty();

    [TestCase("Yaml", "using Bernstein.Check.Manifests;", "Manifests")]
    [TestCase("Kubernetes", "using static Bernstein.Check.Requirements.Verdict;", "Requirements")]
    [TestCase("Kubernetes", "using Words = Bernstein.Check.Reports.TextReport;", "Reports")]
    [TestCase("Manifests", "Bernstein.Check.Application.FlatFiles.Names", "Application")]
    [TestCase("Kubernetes", "return Requirements.Verdict.Pass;", "Requirements")]
    [TestCase("Kubernetes", "/// <see cref=\"Requirements.Verdict\"/>", "Requirements")]
    [TestCase("Application", "global::Bernstein.Check.Reports.IReport report", "Reports")]
    [TestCase("Reports", "new CheckCommand(output, error)", "CheckCommand")]
    public void A_name_that_points_up_is_found(string folder, string text, string name) => Forbidden(folder, text).ShouldBe([name]);

    [TestCase("Reports", "using Bernstein.Check.Requirements;")]
    [TestCase("Kubernetes", "submission.Requirements.Count")]
    [TestCase("Requirements", "Kubernetes.Workload.Of(found)")]
    [TestCase("Requirements", "namespace Bernstein.Check.Requirements;")]
    public void A_name_that_points_down_is_allowed(string folder, string text) => Forbidden(folder, text).ShouldBeEmpty();

    private static IEnumerable<string> Files(string pattern, string folder = "") =>
        Directory
            .EnumerateFiles(Path.Combine(Source, folder), pattern, SearchOption.AllDirectories)
            .Where(path => !Path.GetRelativePath(Source, path).StartsWith("obj", StringComparison.Ordinal));

    private static IEnumerable<string> Forbidden(string folder, string text) =>
        Names()
            .Matches(text)
            .Select(match => match.Groups["name"].Value)
            .Where(name => Array.IndexOf(Order, name) is var place && (place < 0 || place > Array.IndexOf(Order, folder)))
            .Distinct();

    // A namespace by its full name, or by the part that is enough within Bernstein.Check; and what stands in none of the folders.
    [GeneratedRegex(
        @"Bernstein\.Check\.(?<name>[A-Z]\w+)|(?<![\w.])(?<name>Yaml|Manifests|Kubernetes|Application|Requirements|Reports)\.[A-Z]|\b(?<name>CheckCommand|Program|CommandOptions|HandIn|FailOn|FixedCopy)\b"
    )]
    private static partial Regex Names();

    [GeneratedRegex(@"^\s*global using\b|<Using\b", RegexOptions.Multiline)]
    private static partial Regex GlobalUsing();
}
