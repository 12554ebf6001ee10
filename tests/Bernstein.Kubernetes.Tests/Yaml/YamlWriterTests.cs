namespace Bernstein.Kubernetes.Tests.Yaml;

public sealed class YamlWriterTests
{
    [TestCase("redis", "redis")]
    [TestCase("80", "\"80\"")]
    [TestCase("true", "\"true\"")]
    [TestCase("a: b", "\"a: b\"")]
    [TestCase("", "\"\"")]
    [TestCase("a\nb", "\"a\\nb\"")]
    public void A_text_is_in_quotes_where_it_must_be(string text, string expected) => YamlWriter.Text(text).ShouldBe(expected);

    [Test]
    public void A_value_is_written_on_one_line_as_YAML_or_as_JSON()
    {
        var value = Manifest.Object("kind: A\nb: {c: [1, d]}\n").Root["b"];
        YamlWriter.Flow(value).ShouldBe("{c: [1, d]}");
        YamlWriter.Flow(value, isJson: true).ShouldBe("{\"c\": [1, \"d\"]}");
    }
}
