using NUnit.Framework;

namespace Bernstein.Chart.Tests.Harness;

/// <summary>
/// What Helm says to many values that the schema refuses, asked once: of a chart that has this one as a dependency under a name for each of them,
/// since Helm names the mistakes of every dependency.
/// </summary>
internal sealed class Refusals
{
    private readonly Lazy<IReadOnlyDictionary<string, string>> _answers;

    /// <param name="test">A class of tests.</param>
    /// <param name="method">The test whose cases have the values for their first argument.</param>
    internal Refusals(Type test, string method) =>
        _answers = new(() =>
            Ask([
                .. test.GetMethod(method)!
                    .GetCustomAttributes(typeof(TestCaseAttribute), false)
                    .Select(row => (string)((TestCaseAttribute)row).Arguments[0]!),
            ])
        );

    /// <summary>What it says to values, a mistake a line; nothing where it takes them.</summary>
    internal string Of(string values) => _answers.Value[values];

    private static Dictionary<string, string> Ask(IReadOnlyList<string> values)
    {
        using var folder = new TemporaryFolder();
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
        var said = HelmTool.TryRun(null, "template", "refusals", folder.Path).Error;
        return values.Index().ToDictionary(one => one.Item, one => Section(said, $"case{one.Index}:"));
    }

    private static string Section(string said, string heading) =>
        string.Join(
            '\n',
            said.Split('\n').SkipWhile(line => line != heading).Skip(1).TakeWhile(line => line.StartsWith('-') || line.StartsWith(' '))
        );
}
