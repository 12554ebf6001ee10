using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Bernstein.Check.Tests;

/// <summary>What is read at once is short, and is found by its name.</summary>
public sealed class SourceTests
{
    private const int MostLinesOfFile = 200;
    private const int MostLinesOfMethod = 40;

    [Test]
    public void A_file_has_two_hundred_lines_and_a_method_forty_at_most() =>
        Files("src").Concat(Files("tests")).SelectMany(TooLong).ShouldBeEmpty();

    [Test]
    public void No_class_of_tests_has_the_name_of_another() =>
        Files("tests")
            .Select(path => Path.GetFileName(path))
            .Where(name => name != "AssemblyInfo.cs")
            .GroupBy(name => name)
            .Where(same => same.Count() > 1)
            .Select(same => same.Key)
            .ShouldBeEmpty();

    [Test]
    public void Three_files_of_five_are_tested_by_the_file_of_their_name_in_the_folder_of_their_name()
    {
        var sources = Files("src").Select(path => Path.GetRelativePath(Project.In("src"), path)).ToArray();
        var untested = sources.Where(path => !File.Exists(Project.In("tests", TestOf(path)))).ToArray();
        untested.Length.ShouldBeLessThanOrEqualTo(sources.Length * 2 / 5, string.Join(", ", untested));
    }

    // Bernstein.Check/Reports/CsvReport.cs is tested in Bernstein.Check.Tests/Reports/CsvReportTests.cs.
    private static string TestOf(string path)
    {
        var steps = path.Split(Path.DirectorySeparatorChar);
        return Path.Combine([$"{steps[0]}.Tests", .. steps[1..^1], $"{Path.GetFileNameWithoutExtension(path)}Tests.cs"]);
    }

    private static IEnumerable<string> TooLong(string path)
    {
        var (name, text) = (Path.GetRelativePath(Project.Root, path).Replace('\\', '/'), File.ReadAllText(path));
        var root = CSharpSyntaxTree.ParseText(text).GetRoot();
        return root.DescendantNodes()
            .Where(node => node is BaseMethodDeclarationSyntax or LocalFunctionStatementSyntax or AccessorDeclarationSyntax)
            .Where(node => Lines(node) > MostLinesOfMethod)
            .Select(node => $"{name} {(node as MethodDeclarationSyntax)?.Identifier.Text}")
            .Concat(text.Count(letter => letter == '\n') > MostLinesOfFile ? [name] : []);
    }

    // The attributes of a test are its table, not its steps.
    private static int Lines(SyntaxNode node)
    {
        var first = node is MethodDeclarationSyntax method ? method.ReturnType : node;
        return node.GetLocation().GetLineSpan().EndLinePosition.Line - first.GetLocation().GetLineSpan().StartLinePosition.Line + 1;
    }

    private static IEnumerable<string> Files(params string[] folder) =>
        Directory
            .EnumerateFiles(Project.In(folder), "*.cs", SearchOption.AllDirectories)
            .Where(path => !path.Split(Path.DirectorySeparatorChar).Any(step => step is "obj" or "bin"));
}
