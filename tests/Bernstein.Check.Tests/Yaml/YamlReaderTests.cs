using System.Globalization;
using System.Text;
using Bernstein.Check.Yaml;
using NUnit.Framework;
using Shouldly;

namespace Bernstein.Check.Tests.Yaml;

/// <summary>What becomes of a text, whatever it is.</summary>
public sealed class YamlReaderTests
{
    private const string Object = "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a}\n";

    public static IEnumerable<TestCaseData> Texts
    {
        get
        {
            yield return Case("Tabs", "a:\n\tb: 1\n", "");
            yield return Case("An open bracket", "a: [1, 2\n", "");
            yield return Case("An alias without an anchor", "a: *b\n", "the alias *b has no anchor before it");
            yield return Case("A list as a key", "? [a]\n: b\n", "a key that is a list or a mapping");
            yield return Case("Deep nesting", string.Concat(Enumerable.Repeat("[", 20_000)), "nested more than 100 levels deep");
            yield return Case("Aliases of aliases of aliases", Bomb(), "more than 200,000 values, its aliases counted at every use");
        }
    }

    [TestCaseSource(nameof(Texts))]
    public void What_is_no_YAML_is_told_in_one_line(string text, string reason)
    {
        var remark = YamlReader.Read("x.yaml", text).Remark.ShouldNotBeNull();
        remark.IsFault.ShouldBeTrue();
        remark.Message.ShouldStartWith($"not YAML from here on: {reason}");
        remark.Message.ShouldNotContain("\n");
    }

    [Test]
    public void Documents_before_a_fault_are_read() => YamlReader.Read("x.yaml", Object + "---\na: [\n").Documents.ShouldHaveSingleItem();

    [Test]
    public void The_last_of_duplicate_keys_counts_and_is_named()
    {
        var root = (Mapping)Root(Object + "kind: Secret\n");
        (root["kind"].Text, root.Duplicates.Single().Key, root.Duplicates.Single().Value.Location.Line).ShouldBe(("Secret", "kind", 4));
    }

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

    private static TestCaseData Case(string name, string text, string reason) => new TestCaseData(text, reason).SetArgDisplayNames(name);
}
