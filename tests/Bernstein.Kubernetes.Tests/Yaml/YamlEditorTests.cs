namespace Bernstein.Kubernetes.Tests.Yaml;

public sealed class YamlEditorTests
{
    private const string Text = "# head\nkind: A\nspec:\n  b: 1 # why\n  c: [d]\n";

    private static readonly Node Root = Manifest.Object(Text).Root;

    [Test]
    public void A_value_is_replaced_and_the_comments_stay() =>
        YamlEditor.Apply(Text, Edit.Set(Root, "spec.b", "2")).ShouldBe(Text.Replace("b: 1", "b: 2"));

    [Test]
    public void A_value_is_added() => YamlEditor.Apply(Text, Edit.Set(Root, "spec.e", "f")).ShouldBe(Text + "  e: f\n");

    [Test]
    public void A_value_is_taken_out() => YamlEditor.Apply(Text, Edit.Remove(Root, "spec.c")).ShouldBe(Text.Replace("  c: [d]\n", ""));

    [Test]
    public void A_key_is_renamed() => YamlEditor.Apply(Text, Edit.Rename(Root, "spec.c", "g")).ShouldBe(Text.Replace("c: [d]", "g: [d]"));

    [Test]
    public void What_is_no_YAML_is_not_changed_and_holds_no_document()
    {
        YamlEditor.Apply("a: [\n", Edit.Set(Root, "spec.b", "2")).ShouldBeNull();
        YamlEditor.Document("kind: A\nb: {c: [\n", 1).ShouldBeNull();
    }
}
