namespace Bernstein.Kubernetes.Tests.Yaml;

/// <summary>What becomes of a text, whatever it is.</summary>
public sealed class YamlReaderTests
{
    private const string Object = "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a}\n";

    public static IEnumerable<TestCaseData> Texts =>
        WrittenCases
            .In("Bernstein.Kubernetes.Tests/Yaml/YamlReader.yaml", "text", "says", "line")
            .Select(told => Case(told.Told, told.Row["text"].Text!, told.Row["says"].Text!, (int?)told.Row["line"].Number));

    public static IEnumerable<TestCaseData> Limits =>
        [
            Case("Deep nesting", string.Concat(Enumerable.Repeat("[", 20_000)), "nested more than 100 levels deep"),
            Case("Aliases of aliases of aliases", Bomb(), "more than 200,000 values, its aliases counted at every use"),
            Case(
                "Many documents",
                string.Concat(Enumerable.Repeat("[a, b, c, d, e, f, g, h, i]\n---\n", 20_001)),
                "more than 200,000 values"
            ),
        ];

    [TestCaseSource(nameof(Limits))]
    public void What_is_too_much_to_read_is_left_out_and_no_fault(string text, string reason, int? line)
    {
        var remark = YamlReader.Read("x.yaml", text).Remark.ShouldNotBeNull();
        remark.IsFault.ShouldBeFalse();
        remark.Message.ShouldStartWith($"left out from here on: {reason}");
        remark.Location.Line.ShouldBe(line ?? remark.Location.Line);
    }

    [TestCaseSource(nameof(Texts))]
    public void What_is_no_YAML_is_told_in_one_line(string text, string reason, int? line)
    {
        var remark = YamlReader.Read("x.yaml", text).Remark.ShouldNotBeNull();
        remark.IsFault.ShouldBeTrue();
        remark.Message.ShouldStartWith($"not YAML from here on: {reason}");
        remark.Message.ShouldNotContain("\n");
        remark.Location.Line.ShouldBe(line ?? remark.Location.Line);
    }

    [Test]
    public void A_tab_in_a_text_is_none_in_an_indentation() =>
        Root("a: |\n  \tb\nc: d\te\n# \u00a0\nf: 'g:\u00a0h'\n").At("f").Text.ShouldBe("g:\u00a0h");

    [Test]
    public void Documents_before_a_fault_are_read() => YamlReader.Read("x.yaml", Object + "---\na: [\n").Documents.ShouldHaveSingleItem();

    [Test]
    public void The_last_of_duplicate_keys_counts_and_is_named()
    {
        var root = (Mapping)Root(Object + "kind: Secret\n");
        (root["kind"].Text, root.Duplicates.Single().Key, root.Duplicates.Single().Value.Location.Line).ShouldBe(("Secret", "kind", 4));
    }

    [TestCase("!!int \"80\"", ScalarType.Number)]
    [TestCase("!!int 80", ScalarType.Number)]
    [TestCase("!!bool 'true'", ScalarType.Boolean)]
    [TestCase("!!str 80", ScalarType.Text)]
    [TestCase("!!binary YQ==", ScalarType.Text)]
    public void A_tag_says_the_type_of_a_value(string text, ScalarType type) =>
        YamlReader.Read("x.yaml", $"a: {text}\n").Documents.Single()["a"].ShouldBeOfType<Scalar>().Type.ShouldBe(type);

    [Test]
    public void Merge_keys_and_aliases_are_followed()
    {
        var root = Root(Object + "data: &base {a: x, b: y}\nmore: {<<: *base, b: z}\n");
        (root.At("more.a").Text, root.At("more.b").Text).ShouldBe(("x", "z"));
    }

    private static string Bomb()
    {
        var text = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n");
        for (var level = 1; level < 20; level++)
        {
            text.Append(
                CultureInfo.InvariantCulture,
                $"a{level}: &a{level} [{string.Join(", ", Enumerable.Repeat($"*a{level - 1}", 10))}]\n"
            );
        }

        return text.ToString();
    }

    private static Node Root(string text) => YamlReader.Read("x.yaml", text).Documents.Single();

    private static TestCaseData Case(string name, string text, string reason, int? line = null) =>
        new TestCaseData(text, reason, line).SetArgDisplayNames(name);
}
