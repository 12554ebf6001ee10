namespace Bernstein.Chart.Tests.Harness;

/// <summary>
/// What the chart says to the values of all cases of a test, asked in one process of Helm: of a chart that has this one as a dependency under a name
/// for each case.
/// </summary>
internal sealed partial class Refusals
{
    private readonly Lazy<IReadOnlyDictionary<string, IReadOnlyList<string>>> _answers;

    private Refusals(Type test, string method, Func<TemporaryFolder, string> ask) =>
        _answers = new(() =>
        {
            using var folder = new TemporaryFolder();
            var values = test.GetMethod(method)!
                .GetCustomAttributes(typeof(TestCaseAttribute), false)
                .Select(row => (string)((TestCaseAttribute)row).Arguments[0]!)
                .Distinct()
                .ToArray();
            Write(folder, values);
            var lines = ask(folder).Split('\n');
            return values.Index().ToDictionary(one => one.Item, one => Below(lines, $"case{one.Index}"));
        });

    /// <summary>What the schema says: Helm names its mistakes in every dependency.</summary>
    /// <param name="test">The class of the test.</param>
    /// <param name="method">The test; the values are the first argument of its cases.</param>
    internal static Refusals OfTheSchema(Type test, string method) =>
        new(test, method, folder => HelmTool.TryRun(null, "template", "refusals", folder.Path).Error);

    /// <summary>What the files of templates/values say: here they write it, where they stop Helm otherwise.</summary>
    /// <param name="test">The class of the test.</param>
    /// <param name="method">The test; the values are the first argument of its cases.</param>
    internal static Refusals OfTheRequirements(Type test, string method) =>
        new(
            test,
            method,
            folder =>
            {
                var templates = folder.In("charts/bernstein/templates");
                foreach (var path in Directory.EnumerateFiles(templates, "*", SearchOption.AllDirectories).Where(path => !IsNeeded(path)))
                {
                    File.Delete(path);
                }

                var all = Path.Combine(templates, "values", "_mistakes.tpl");
                const string Stop = "fail (print \"\\n  \"";
                File.WriteAllText(
                    all,
                    File.ReadAllText(all).Contains(Stop, StringComparison.Ordinal)
                        ? File.ReadAllText(all).Replace(Stop, "print (print \"mistakes: |\\n  \"", StringComparison.Ordinal)
                        : throw new InvalidDataException($"templates/values/_mistakes.tpl has no «{Stop}»")
                );
                var result = HelmTool.TryRun(null, "template", "refusals", folder.Path);
                return result.ExitCode == 0 ? result.Output : throw new CommandException(result);
            }
        );

    /// <summary>The mistakes in the values of a case, a line each; none where they are taken.</summary>
    internal IReadOnlyList<string> Of(string values) => _answers.Value[values];

    private static bool IsNeeded(string path) => Path.GetFileName(Path.GetDirectoryName(path)) is "helpers" or "values";

    private static void Write(TemporaryFolder folder, IReadOnlyCollection<string> values)
    {
        folder.Copy(Project.Chart, Path.Combine("charts", "bernstein"));
        File.WriteAllText(
            folder.In("Chart.yaml"),
            "apiVersion: v2\nname: refusals\nversion: 0.0.1\ndependencies:\n"
                + string.Concat(values.Index().Select(one => $"- {{name: bernstein, version: '*', alias: case{one.Index}}}\n"))
        );
        File.WriteAllText(
            folder.In("values.yaml"),
            string.Concat(values.Index().Select(one => $"case{one.Index}:\n  {one.Item.ReplaceLineEndings("\n  ")}\n"))
        );
    }

    private static IReadOnlyList<string> Below(IEnumerable<string> lines, string name) =>
        [
            .. lines
                .SkipWhile(line => Heading().Match(line).Groups["name"].Value != name)
                .Skip(1)
                .TakeWhile(line => !Heading().IsMatch(line))
                .Where(line => line.StartsWith(' ') || line.StartsWith('-'))
                .Select(line => line.Trim())
                .Where(line => line is not "---"),
        ];

    [GeneratedRegex("^(?<name>case[0-9]+):$|^# Source: refusals/charts/(?<name>case[0-9]+)/")]
    private static partial Regex Heading();
}
