namespace Bernstein.Chart.Tests.Harness;

/// <summary>
/// What the chart says to the values of all cases of a test, asked in one process of Helm: of a chart that has this one as a dependency under a name
/// for each case.
/// </summary>
internal sealed partial class Refusals
{
    private readonly Lazy<IReadOnlyDictionary<string, IReadOnlyList<string>>> _answers;

    private Refusals(IEnumerable<string> cases, Func<TemporaryFolder, string> ask) =>
        _answers = new(() =>
        {
            using var folder = new TemporaryFolder();
            var values = cases.Distinct().Index().ToArray();
            folder.Copy(Project.Chart, Path.Combine("charts", "bernstein"));
            folder.Write(
                "Chart.yaml",
                "apiVersion: v2\nname: refusals\nversion: 0.0.1\ndependencies:\n"
                    + string.Concat(values.Select(one => $"- {{name: bernstein, version: '*', alias: case{one.Index}}}\n"))
            );
            folder.Write(
                "values.yaml",
                string.Concat(values.Select(one => $"case{one.Index}:\n  {one.Item.ReplaceLineEndings("\n  ")}\n"))
            );
            var lines = ask(folder).Split('\n');
            return values.ToDictionary(one => one.Item, one => Below(lines, $"case{one.Index}"));
        });

    /// <summary>What the schema says: Helm names its mistakes in every dependency.</summary>
    internal static Refusals OfTheSchema(IEnumerable<string> cases) =>
        new(cases, folder => HelmTool.TryRun(null, "template", "refusals", folder.Path).Error);

    /// <summary>What the files of templates/values say: here they write it, where they stop Helm otherwise.</summary>
    internal static Refusals OfTheRequirements(IEnumerable<string> cases) =>
        new(
            cases,
            folder =>
            {
                const string all = "charts/bernstein/templates/values/_mistakes.tpl";
                const string stop = "fail (print \"\\n  \"";
                folder.Read(all).ShouldContain(stop);
                folder.Write(all, folder.Read(all).Replace(stop, "print (print \"mistakes: |\\n  \"", StringComparison.Ordinal));
                foreach (var path in Directory.EnumerateFiles(folder.In("charts/bernstein/templates"), "*", SearchOption.AllDirectories))
                {
                    if (Path.GetFileName(Path.GetDirectoryName(path)) is not ("helpers" or "values"))
                    {
                        File.Delete(path);
                    }
                }

                return HelmTool.TryRun(null, "template", "refusals", folder.Path).OfSuccess.Output;
            }
        );

    /// <summary>The mistakes in the values of a case, a line each; none where they are taken.</summary>
    internal IReadOnlyList<string> Of(string values) => _answers.Value[values];

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
