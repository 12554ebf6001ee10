namespace Bernstein.Kubernetes.Tests.Yaml;

public sealed class PlainTextTests
{
    [TestCase("a\tb", "a\uFFFDb")]
    [TestCase("a\nb", "a\\nb")]
    [TestCase("\u001b[31m", "\uFFFD[31m")]
    [TestCase("a\u202Eb", "a\uFFFDb")]
    [TestCase("plain", "plain")]
    public void What_turns_or_colours_a_line_is_replaced(string text, string expected) => PlainText.OneLine(text).ShouldBe(expected);
}
