namespace Bernstein.Check.Tests.Production;

/// <summary>An edit of the hardened sample.</summary>
/// <param name="Red">The requirements that it turns red, without their group: exactly these; none where it does not matter.</param>
/// <param name="File">The file.</param>
/// <param name="From">What is replaced, the first time that it stands there.</param>
/// <param name="To">What takes its place.</param>
/// <param name="Said">What is said of it.</param>
public sealed record ProductionEdit(IReadOnlyList<string> Red, string File, string From, string To, string Said)
{
    /// <summary>The edits of a file that has one on each line, with \n for a line end.</summary>
    internal static IEnumerable<ProductionEdit> Read(string name) =>
        from line in System.IO.File.ReadLines(Project.In("tests", "Bernstein.Check.Tests", "Production", name))
        where line.Length > 0 && !line.StartsWith('#')
        let parts = line.Replace("\\n", "\n", StringComparison.Ordinal).Split(" | ")
        select parts switch
        {
            [var red, var file, var old, var written, var said] => new ProductionEdit(
                [.. red.Split(' ').Select(requirement => $"production.{requirement}")],
                file,
                old,
                written,
                said
            ),
            _ => new ProductionEdit([], parts[0], parts[1], parts[2], ""),
        };

    /// <summary>Exactly the requirements that it breaks do not hold, and it is said where and why.</summary>
    internal void ShouldTurnRed()
    {
        var failures = Assess().Failures.ToArray();
        failures.Select(failure => failure.Requirement.Identifier).ShouldBe(Red, ignoreOrder: true);
        failures.SelectMany(failure => failure.Verdict.Findings).ShouldContain(finding => finding.Message.Contains(Said));
        failures.SelectMany(failure => failure.Verdict.Findings).ShouldAllBe(finding => finding.Location != null);
    }

    /// <summary>The sample once the edit is made. A text that is not there is a mistake of the test.</summary>
    internal Sample Sample()
    {
        var text = Tests.Sample.Hardened.Files[File];
        var at = text.IndexOf(From, StringComparison.Ordinal);
        return at < 0
            ? throw new InvalidOperationException($"{File} does not hold {From}")
            : Tests.Sample.Hardened.Holding(File, string.Concat(text.AsSpan(0, at), To, text.AsSpan(at + From.Length))) with
            {
                KubernetesVersion = null,
            };
    }

    /// <summary>How production is met once the edit is made.</summary>
    internal Assessment Assess() => Sample().AssessProduction();

    public override string ToString() => $"{File}: {From} → {To}".Replace("\n", "\\n", StringComparison.Ordinal);
}
