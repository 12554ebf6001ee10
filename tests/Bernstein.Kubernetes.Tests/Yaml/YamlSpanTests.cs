namespace Bernstein.Kubernetes.Tests.Yaml;

public sealed class YamlSpanTests
{
    [Test]
    public void A_value_stands_where_its_text_does()
    {
        const string Text = "a: b  # c\nd:\n- e\n- {f: g}\n";
        var document = YamlSpan.Read(Text).ShouldHaveSingleItem();
        document.Entries!.Select(entry => Text[entry.Value.Start..entry.Value.End]).ShouldBe(["b", "- e\n- {f: g}"]);
        document.Entries![1].Value.Items!.Select(item => item.IsFlow).ShouldBe([false, true]);
    }
}
