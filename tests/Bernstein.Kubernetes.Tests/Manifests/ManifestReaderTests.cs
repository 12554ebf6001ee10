namespace Bernstein.Kubernetes.Tests.Manifests;

/// <summary>What of a file is taken for a Kubernetes object, and what is said of the rest.</summary>
public sealed class ManifestReaderTests
{
    public static IEnumerable<TestCaseData> Texts =>
        WrittenCases
            .In("Bernstein.Kubernetes.Tests/Manifests/ManifestReader.yaml", "text", "says")
            .Select(told => new TestCaseData(told.Row["text"].Text, told.Row["says"].Text).SetArgDisplayNames(told.Told));

    [TestCaseSource(nameof(Texts))]
    public void What_is_no_manifest_gets_one_line(string text, string message)
    {
        var file = FlatFiles.Parse("x.yaml", text);
        file.Objects.ShouldBeEmpty();
        var remark = file.Remarks.ShouldHaveSingleItem();
        remark.IsFault.ShouldBeFalse();
        remark.Message.ShouldBe(message);
    }

    [TestCase("{\"name\": \"a\"}", "left out: no Kubernetes object", false)]
    [TestCase("{\"name\": \"a\",,", "not JSON from here on: a comma too many, or a bracket that is not closed", false)]
    [TestCase("{\"apiVersion\": \"v1\",,", "not JSON from here on: a comma too many, or a bracket that is not closed", true)]
    public void A_file_in_JSON_is_named_and_a_fault_where_it_is_meant_for_the_cluster(string text, string message, bool isFault)
    {
        var remark = FlatFiles.Parse("package.json", text).Remarks.ShouldHaveSingleItem();
        (remark.Message, remark.IsFault).ShouldBe((message, isFault));
    }

    [Test]
    public void A_second_object_without_its_line_is_named_once()
    {
        const string map = "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a}\ndata: {a: b}\n";
        var folder = new ManifestFolder("x", [FlatFiles.Parse("redis.configmap.yaml", map + map)]);
        var schema = Assessment.Of(new Submission(folder)).Outcomes.Single(outcome => outcome.Requirement.Identifier == "wiring.schema");
        var finding = schema.Verdict.Findings.ShouldHaveSingleItem();
        (finding.Message, finding.Location!.Line).ShouldBe(("a second object begins here, without a line --- before it", 5));
    }

    [Test]
    public void Documents_before_a_fault_are_judged()
    {
        var file = FlatFiles.Parse("x.yaml", "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a}\n---\na: [\n");
        file.Objects.ShouldHaveSingleItem().Kind.ShouldBe("ConfigMap");
        file.Remarks.ShouldHaveSingleItem().IsFault.ShouldBeTrue();
    }

    [Test]
    public void Lists_of_lists_are_unwrapped() =>
        FlatFiles
            .Parse(
                "x.yaml",
                "apiVersion: v1\nkind: List\nitems: [{apiVersion: v1, kind: List, items: [{apiVersion: v1, kind: Pod}]}, {apiVersion: v1, kind: Service}]\n"
            )
            .Objects.Select(found => found.Kind)
            .ShouldBe(["Pod", "Service"]);

    [Test]
    public void A_document_of_a_flat_file_is_an_object_whatever_it_lacks() =>
        Assessment
            .Of(new Submission(new ManifestFolder("x", [FlatFiles.Parse("poll.service.yaml", "metadata: {name: poll}\n")])))
            .Outcomes.Single(outcome => outcome.Requirement.Identifier == "wiring.schema")
            .Verdict.Findings.Select(finding => finding.Message)
            .ShouldBe(["the document has no apiVersion", "the document has no kind"]);
}
