namespace Bernstein.Kubernetes.Tests.Rules;

/// <summary>
/// What is refused, in words, and how it is mended. The cases of ServiceRulesTests stand in ServiceRules.txt: a manifest, what is said
/// of it first, and the mend where there is one.
/// </summary>
public abstract partial class RefusalTests<T>
{
    internal static IEnumerable<TestCaseData> Cases =>
        from part in File.ReadAllText(Project.In("tests", "Bernstein.Kubernetes.Tests", "Rules", $"{typeof(T).Name[..^5]}.txt"))
            .Split("\n\n")
        let lines = part.Trim().Split("\n    ")
        select new TestCaseData(lines[0], lines[1], lines.ElementAtOrDefault(2)).SetArgDisplayNames(lines[1]);

    [TestCaseSource(nameof(Cases))]
    public void What_is_refused_is_said_with_its_mend(string written, string message, string? mend)
    {
        var text = Begin.Replace(written, "apiVersion: ${api}\nkind: ${kind}\nmetadata: {name: a}\nspec: {");
        var first = Manifest.Of(text.Replace("\\n", "\n", StringComparison.Ordinal))[0];
        (first.Message, first.Mend?.Sentence).ShouldBe((message, mend));
    }

    // «apps/v1 Deployment {…}» is a Deployment with this specification.
    [GeneratedRegex(@"^(?<api>\S+) (?<kind>[A-Z]\w+) \{")]
    private static partial Regex Begin { get; }
}
