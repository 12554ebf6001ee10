using System.Text;
using Bernstein.Chart.Tests.Commands;
using Bernstein.Check.Manifests;
using Bernstein.Check.Requirements;
using NUnit.Framework;
using Shouldly;

namespace Bernstein.Chart.Tests.Judge;

/// <summary>Whatever is in a folder, it is judged, and what can't be gets one clear line.</summary>
public sealed class HostileInputTests
{
    private const string Object = "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a}\n";

    private readonly TemporaryFolder _folder = new();

    public static IEnumerable<TestCaseData> Texts
    {
        get
        {
            yield return Case("Tabs", "a:\n\tb: 1\n", "not YAML from here on: *", true);
            yield return Case("An open bracket", "a: [1, 2\n", "not YAML from here on: *", true);
            yield return Case(
                "An alias without an anchor",
                "a: *b\n",
                "not YAML from here on: the alias \\*b has no anchor before it",
                true
            );
            yield return Case("A list as a key", "? [a]\n: b\n", "not YAML from here on: a key that is a list or a mapping", true);
            yield return Case(
                "Deep nesting",
                string.Concat(Enumerable.Repeat("[", 20_000)),
                "not YAML from here on: nested more than 100 levels deep",
                true
            );
            yield return Case(
                "Aliases of aliases of aliases",
                Bomb(),
                "not YAML from here on: more than 200,000 values, its aliases counted at every use",
                true
            );
            yield return Case("A template of Helm", "a: {{ .Values.a }}\n", "left out: a template that was never rendered *", false);
            yield return Case("A compose file", "services: {web: {image: nginx}}\n", "left out: no Kubernetes object", false);
            yield return Case(
                "A kind configuration",
                "apiVersion: kind.x-k8s.io/v1alpha4\nkind: Cluster\n",
                "left out: no Kubernetes object",
                false
            );
            yield return Case(
                "A kustomization",
                "apiVersion: kustomize.config.k8s.io/v1beta1\nkind: Kustomization\nmetadata: {name: a}\n",
                "left out: no Kubernetes object",
                false
            );
            yield return Case("A text", "hello\n", "left out: no Kubernetes object", false);
            yield return Case("A control character", "a: \u0001\n", "left out: no Kubernetes object", false);
        }
    }

    [TearDown]
    public void Remove() => _folder.Dispose();

    [TestCaseSource(nameof(Texts))]
    public void What_is_no_manifest_gets_one_line(string text, string message, bool isFault)
    {
        var file = FolderReader.Parse("x.yaml", text);
        file.Objects.ShouldBeEmpty();
        var remark = file.Remarks.ShouldHaveSingleItem();
        remark.IsFault.ShouldBe(isFault);
        remark.Message.ShouldMatch(
            "^" + message.Replace("*", ".*", StringComparison.Ordinal).Replace("\\.*", "\\*", StringComparison.Ordinal) + "$"
        );
        remark.Message.ShouldNotContain("\n");
    }

    [Test]
    public void Documents_before_a_fault_are_judged() =>
        FolderReader.Parse("x.yaml", Object + "---\na: [\n").Objects.ShouldHaveSingleItem().Kind.ShouldBe("ConfigMap");

    [Test]
    public void The_last_of_duplicate_keys_counts_and_is_named()
    {
        var root = (Mapping)FolderReader.Parse("x.yaml", Object + "kind: Secret\n").Objects.Single().Root;
        (root["kind"].Text, root.Duplicates.Single().Key, root.Duplicates.Single().Value.Location.Line).ShouldBe(("Secret", "kind", 4));
    }

    [Test]
    public void Line_ends_of_Windows_and_byte_order_marks_change_nothing()
    {
        foreach (
            var (name, encoding) in new (string, Encoding)[]
            {
                ("a", new UTF8Encoding(true)),
                ("b", Encoding.Unicode),
                ("c", Encoding.BigEndianUnicode),
            }
        )
        {
            File.WriteAllText(_folder.In($"{name}.yaml"), Object.Replace("\n", "\r\n", StringComparison.Ordinal), encoding);
        }

        FolderReader.Read(_folder.Path).Objects.Select(found => found.Name).ShouldBe(["a", "a", "a"]);
    }

    [Test]
    public void Lists_of_lists_are_unwrapped() =>
        FolderReader
            .Parse(
                "x.yaml",
                "apiVersion: v1\nkind: List\nitems: [{apiVersion: v1, kind: List, items: [{apiVersion: v1, kind: Pod}]}, {apiVersion: v1, kind: Service}]\n"
            )
            .Objects.Select(found => found.Kind)
            .ShouldBe(["Pod", "Service"]);

    [Test]
    public void Merge_keys_and_aliases_are_followed()
    {
        var root = FolderReader.Parse("x.yaml", Object + "data: &base {a: x, b: y}\nmore: {<<: *base, b: z}\n").Objects.Single().Root;
        (root.At("more.a").Text, root.At("more.b").Text).ShouldBe(("x", "z"));
    }

    [Test]
    public void A_document_of_a_flat_file_is_an_object_whatever_it_lacks() =>
        Assessment
            .Of(new Submission(new ManifestFolder("x", [FolderReader.Parse("poll.service.yaml", "metadata: {name: poll}\n")])))
            .Outcomes.Single(outcome => outcome.Requirement.Identifier == "wiring.schema")
            .Verdict.Findings.Select(finding => finding.Message)
            .ShouldBe(["the document has no apiVersion", "the document has no kind"]);

    [Test]
    public void Files_that_must_not_be_opened_are_named()
    {
        File.WriteAllText(_folder.In("a.yaml"), Object);
        File.WriteAllBytes(_folder.In("binary.yaml"), [0xff, 0x00, 0xfe, 0x80]);
        File.WriteAllBytes(_folder.In("nul.yaml"), "a: \0b"u8.ToArray());
        File.WriteAllText(_folder.In("empty.yaml"), "");
        File.WriteAllText(_folder.In("huge.yaml"), new string('#', 2 << 20));
        Directory.CreateDirectory(_folder.In("folder.yaml"));
        File.CreateSymbolicLink(_folder.In("out.yaml"), "/etc/hostname");
        File.CreateSymbolicLink(_folder.In("nowhere.yaml"), _folder.In("nothing"));
        File.CreateSymbolicLink(_folder.In("circle.yaml"), _folder.In("circle.yaml"));
        File.CreateSymbolicLink(_folder.In("within.yaml"), _folder.In("a.yaml"));
        Directory.CreateSymbolicLink(_folder.In("up"), _folder.Path);
        new Command("mkfifo", [_folder.In("pipe.yaml")]).Run();
        Directory.CreateDirectory(_folder.In(".git"));
        File.WriteAllText(_folder.In(".git/b.yaml"), Object);

        var read = FolderReader.Read(_folder.Path);
        read.Remarks.Select(remark => $"{remark.Location.File}: {remark.Message}")
            .ShouldBe([
                "binary.yaml: left out: not a text in UTF-8",
                "circle.yaml: left out: a link that leads to no file",
                "empty.yaml: left out: empty",
                "huge.yaml: left out: larger than 1024 KiB",
                "nowhere.yaml: left out: a link that leads to no file",
                "nul.yaml: left out: not a text in UTF-8",
                "out.yaml: left out: a link out of the folder",
                "pipe.yaml: left out: empty",
                "up: left out: a link to a folder",
            ]);
        read.Objects.Select(found => found.File).ShouldBe(["a.yaml", "within.yaml"]);
    }

    [Test]
    public void The_largest_file_that_is_read_takes_no_more_than_a_process_may()
    {
        foreach (var text in new[] { "- a\n", "? ", "{a: ", "- - - ", "'", "&a ", "!a ", "a: b\n" })
        {
            var line = string.Concat(Enumerable.Repeat(text, (1 << 20) / text.Length));
            File.WriteAllText(_folder.In("big.yaml"), line);
            FolderReader.Read(_folder.Path).Files.ShouldHaveSingleItem();
        }
    }

    private static string Bomb()
    {
        var text = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n");
        for (var level = 1; level < 20; level++)
        {
            text.Append(
                System.Globalization.CultureInfo.InvariantCulture,
                $"a{level}: &a{level} [{string.Join(", ", Enumerable.Repeat($"*a{level - 1}", 10))}]\n"
            );
        }

        return text.ToString();
    }

    private static TestCaseData Case(string name, string text, string message, bool isFault) =>
        new TestCaseData(text, message, isFault).SetArgDisplayNames(name);
}
