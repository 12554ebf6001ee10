namespace Bernstein.Kubernetes.Tests.Manifests;

/// <summary>Lists of objects: what the kubectl of 1.24 said of each by <c>kubectl create --dry-run=server</c>, the judge says too.</summary>
public sealed class ManifestListTests
{
    private const string Map = "{apiVersion: v1, kind: ConfigMap, metadata: {name: a}}";

    [TestCase($"apiVersion: v1\nkind: List\nitems: [{Map}]")]
    [TestCase($"apiVersion: v1\nkind: List\nitem: []\nitems: [{Map}]")]
    [TestCase($"apiVersion: v1\nkind: List\nmetadata: {{labels: {{a: b}}}}\nitems: [{Map}]")]
    [TestCase($"apiVersion: v1\nkind: List\nmetadata: {{resourceVersion: \"\"}}\nitems: [{Map}]")]
    [TestCase($"apiVersion: apps/v1\nkind: List\nitems: [{Map}]")]
    [TestCase($"apiVersion: v1\nkind: ConfigMapList\nitems: [{Map}]")]
    [TestCase("apiVersion: v1\nkind: ConfigMapList\nitems: [{metadata: {name: b}}]")]
    public void A_list_that_kubectl_takes_is_taken(string text) => Judge(text).Status.ShouldBe(Status.Pass);

    [TestCase("apiVersion: v1\nkind: List", "a List whose objects are not in a list under items")]
    [TestCase($"apiVersion: v1\nkind: List\nitem: [{Map}]", "a List whose objects are not in a list under items")]
    [TestCase("apiVersion: v1\nkind: List\nitems: null", "a List whose objects are not in a list under items")]
    [TestCase($"apiVersion: v1\nkind: List\nitems: {{a: {Map}}}", "a List whose objects are not in a list under items")]
    [TestCase("apiVersion: v1\nkind: List\nitems: text", "a List whose objects are not in a list under items")]
    [TestCase("apiVersion: v1\nkind: List\nitems: []", "a list without an object in it")]
    [TestCase($"apiVersion: v1\nkind: List\nitems: [{Map}, null]", "the document is not an object")]
    [TestCase($"apiVersion: v1\nkind: List\nitems: [{Map}, a]", "the document is not an object")]
    [TestCase($"apiVersion: v1\nkind: List\nitems: [{Map}, {{}}]", "the document has no apiVersion")]
    [TestCase("apiVersion: v1\nkind: List\nitems: [{metadata: {name: b}}]", "the document has no apiVersion")]
    [TestCase($"apiVersion: v2\nkind: List\nitems: [{Map}]", "a List of v2; asked for is apiVersion: v1")]
    [TestCase($"kind: List\nitems: [{Map}]", "a List without apiVersion; asked for is apiVersion: v1")]
    [TestCase(
        $"apiVersion: v1\nkind: DeploymentList\nitems: [{Map}]",
        "a DeploymentList of v1 with other objects in it; asked for is kind: List, apiVersion: v1"
    )]
    [TestCase("apiVersion: v1\nkind: FooList\nitems: [{metadata: {name: b}}]", "Foo of v1 is no kind that Kubernetes has by itself")]
    [TestCase("apiVersion: v1\nkind: FooList", "FooList of v1 is no kind that Kubernetes has by itself")]
    [TestCase(
        $"apiVersion: v1\nkind: List\nitems: [{{apiVersion: v1, kind: List, items: [{Map}]}}]",
        "a list in a list, which kubectl refuses: move its items up"
    )]
    [TestCase($"apiVersion: v1\nkind: List\nmetadata: {{name: 5}}\nitems: [{Map}]", "a list whose metadata is none: remove it")]
    [TestCase($"apiVersion: v1\nkind: List\nmetadata: text\nitems: [{Map}]", "a list whose metadata is none: remove it")]
    [TestCase("apiVersion: v1\nkind: List\nitems: [{apiVersion: v1, kind: ConfigMap, metadata: {name: A}}]", "metadata.name is A")]
    public void A_list_that_kubectl_refuses_is_refused(string text, string why)
    {
        var verdict = Judge(text);
        verdict.Status.ShouldBe(Status.Fail);
        verdict.Findings[0].Message.ShouldStartWith(why);
    }

    private static Verdict Judge(string text) =>
        Catalogue
            .All.Single(requirement => requirement.Identifier == "wiring.schema")
            .Judge(new Submission(new ManifestFolder("lists", [FlatFiles.Parse("all.yaml", text + "\n")]), new Version(1, 24)));
}
