namespace Bernstein.Kubernetes.Tests.Manifests;

/// <summary>Lists of objects: what the kubectl of 1.24 said of each by <c>kubectl create --dry-run=server</c>, the judge says too.</summary>
public sealed class ManifestListTests
{
    private const string Map = "{apiVersion: v1, kind: ConfigMap, metadata: {name: a}}";

    internal static IEnumerable<TestCaseData> Lists =>
        WrittenCases
            .In("Bernstein.Kubernetes.Tests/Manifests/ManifestList.yaml", "text", "says")
            .Select(told =>
                new TestCaseData(told.Row["text"].Text!.Replace("$", Map), told.Row["says"].Text).SetArgDisplayNames(told.Told)
            );

    [TestCaseSource(nameof(Lists))]
    public void The_judge_says_of_a_list_what_kubectl_says(string text, string? why)
    {
        var verdict = Judge(text);
        verdict.Status.ShouldBe(why is null ? Status.Pass : Status.Fail);
        verdict.Findings.Select(finding => finding.Message).FirstOrDefault("").ShouldStartWith(why ?? "", Case.Sensitive);
    }

    private static Verdict Judge(string text) =>
        Catalogue
            .All.Single(requirement => requirement.Identifier == "wiring.schema")
            .Judge(new Submission(new ManifestFolder("lists", [FlatFiles.Parse("all.yaml", text + "\n")]), new Version(1, 24)));
}
