using System.Xml.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Bernstein.Check.Tests;

/// <summary>The folders of the library and of the judge stand in one order, and each uses those before it alone, as the compiler understands it.</summary>
public sealed class FolderTests
{
    private const string Library = "Bernstein.Kubernetes";
    private const string Judge = "Bernstein.Check";

    private static readonly string[] OfTheLibrary = ["Yaml", "Manifests", "Values", "Types", "Objects", "Rules", "Network", "PodSecurity"];

    private static readonly string[] OfTheJudge = ["Application", "Mends", "Requirements", "Reports", "Why"];

    private static readonly string[] Order = [.. OfTheLibrary, .. OfTheJudge];

    private static readonly CSharpParseOptions Commented = new(documentationMode: DocumentationMode.Parse);

    private static readonly CSharpCompilation Sources = CSharpCompilation.Create(
        "Sources",
        [Usings(), .. Files(Library).Concat(Files(Judge)).Select(path => Parsed(File.ReadAllText(path), path))],
        AppContext
            .GetData("TRUSTED_PLATFORM_ASSEMBLIES")!
            .ToString()!
            .Split(Path.PathSeparator)
            .Where(path => !Path.GetFileName(path).StartsWith("Bernstein", StringComparison.Ordinal))
            .Select(path => MetadataReference.CreateFromFile(path)),
        new CSharpCompilationOptions(OutputKind.ConsoleApplication, nullableContextOptions: NullableContextOptions.Enable)
    );

    [Test]
    public void These_are_the_folders()
    {
        Folders(Library).ShouldBe(OfTheLibrary, ignoreOrder: true);
        Folders(Judge).ShouldBe(OfTheJudge, ignoreOrder: true);
    }

    // A name that the compiler does not know would be in no folder. What generators write is not there, and misses elsewhere.
    [Test]
    public void Every_name_of_the_sources_is_known() =>
        Sources
            .GetDiagnostics()
            .Where(found => found.Id is "CS0103" or "CS0234" or "CS0246")
            .Select(found => found.ToString())
            .ShouldBeEmpty();

    [TestCaseSource(nameof(Order))]
    public void A_folder_uses_those_before_it_alone(string folder) =>
        Sources
            .SyntaxTrees.Where(tree => tree.FilePath.StartsWith(PathOf(folder), StringComparison.Ordinal))
            .SelectMany(tree => Forbidden(folder, Sources, tree).Select(name => $"{Path.GetFileName(tree.FilePath)} uses {name}"))
            .ShouldBeEmpty();

    [TestCaseSource(nameof(Order))]
    public void A_file_is_in_the_namespace_of_its_folder(string folder) =>
        Files(ProjectOf(folder), folder)
            .Where(path => !File.ReadLines(path).Contains($"namespace {ProjectOf(folder)}.{folder};"))
            .ShouldBeEmpty();

    [TestCase("Yaml", "ManifestFolder? Read;", "Manifests")]
    [TestCase("Types", "object Judged => Verdict.Pass;", "Requirements")]
    [TestCase("Manifests", "object Names => Bernstein.Check.Application.FlatFiles.Names;", "Application")]
    [TestCase("Application", "global::Bernstein.Check.Reports.IReport? Report;", "Reports")]
    [TestCase("Reports", "object Command => new CheckCommand(null!, null!);", "CheckCommand")]
    [TestCase("Values", "/// <see cref=\"SchemaValidator\"/>\nint Count;", "Rules")]
    public void A_use_that_points_up_is_found(string folder, string member, string name) => Added(folder, member).ShouldBe([name]);

    [TestCase("Reports", "Verdict? Judged;")]
    [TestCase("Rules", "int Requirements => Requirements;")]
    [TestCase("Requirements", "object Rules => typeof(SchemaValidator);")]
    public void A_use_that_points_down_is_allowed(string folder, string member) => Added(folder, member).ShouldBeEmpty();

    private static string ProjectOf(string folder) => OfTheLibrary.Contains(folder) ? Library : Judge;

    private static string PathOf(string folder) => Project.In("src", ProjectOf(folder), folder) + Path.DirectorySeparatorChar;

    private static IEnumerable<string> Folders(string project) =>
        Files(project)
            .Select(path => Path.GetRelativePath(Project.In("src", project), path).Split(Path.DirectorySeparatorChar))
            .Where(steps => steps.Length > 1)
            .Select(steps => steps[0])
            .Distinct();

    private static IEnumerable<string> Files(string project, string folder = "") =>
        Directory
            .EnumerateFiles(Project.In("src", project, folder), "*.cs", SearchOption.AllDirectories)
            .Where(path => !Path.GetRelativePath(Project.In("src", project), path).StartsWith("obj", StringComparison.Ordinal));

    private static SyntaxTree Parsed(string text, string path = "") => CSharpSyntaxTree.ParseText(text, Commented, path);

    // Those that the projects have for all their files, and those of the SDK.
    private static SyntaxTree Usings() =>
        Parsed(
            string.Concat(
                XDocument
                    .Load(Project.In("Directory.Build.props"))
                    .Descendants("Using")
                    .Select(item => item.Attribute("Include")!.Value)
                    .Concat([
                        "System",
                        "System.Collections.Generic",
                        "System.IO",
                        "System.Linq",
                        "System.Threading",
                        "System.Threading.Tasks",
                    ])
                    .Select(name => $"global using {name};\n")
            )
        );

    // What is forbidden in a class of one member.
    private static IEnumerable<string> Added(string folder, string member)
    {
        var tree = Parsed($"namespace {ProjectOf(folder)}.{folder};\ninternal class Added\n{{\n{member}\n}}\n");
        return Forbidden(folder, Sources.AddSyntaxTrees(tree), tree);
    }

    // What the library shows in none of its folders is its door, which every folder of the judge may use.
    private static IEnumerable<string> Forbidden(string folder, CSharpCompilation sources, SyntaxTree tree)
    {
        var model = sources.GetSemanticModel(tree);
        return tree.GetRoot()
            .DescendantNodes(descendIntoTrivia: true)
            .OfType<SimpleNameSyntax>()
            .Select(name => model.GetSymbolInfo(name).Symbol)
            .Select(symbol => symbol as INamedTypeSymbol ?? symbol?.ContainingType)
            .OfType<INamedTypeSymbol>()
            .Where(type => ProjectOf(folder) == Library || type.ContainingNamespace.ToString() != Library)
            .Select(FolderOf)
            .OfType<string>()
            .Where(name => Array.IndexOf(Order, name) is var place && (place < 0 || place > Array.IndexOf(Order, folder)))
            .Distinct();
    }

    // Of what stands in no folder, the name; null of what is not from here.
    private static string? FolderOf(INamedTypeSymbol type) =>
        type.ContainingNamespace.ToString()!.Split('.') is not ["Bernstein", _, .. var folder] ? null : folder.FirstOrDefault(type.Name);
}
