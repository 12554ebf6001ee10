namespace Bernstein.Kubernetes.Tests.Yaml;

public sealed class ScalarTests
{
    private static readonly Location Somewhere = new("x.yaml", 1);

    [TestCase("80", ScalarType.Number)]
    [TestCase("0x50", ScalarType.Number)]
    [TestCase("1.5", ScalarType.Fraction)]
    [TestCase("yes", ScalarType.Boolean)]
    [TestCase("off", ScalarType.Boolean)]
    [TestCase("~", ScalarType.Null)]
    [TestCase("", ScalarType.Null)]
    [TestCase("1.2.3", ScalarType.Text)]
    [TestCase("-", ScalarType.Text)]
    public void A_plain_scalar_has_the_type_of_YAML_1_1(string written, ScalarType expected) =>
        Scalar.Plain(Somewhere, written).Type.ShouldBe(expected);

    [TestCase("2.0", 2)]
    [TestCase("8e1", 80)]
    [TestCase("1.5", null)]
    public void A_fraction_that_is_whole_is_a_whole_number(string written, long? expected) =>
        Scalar.Plain(Somewhere, written).Number.ShouldBe(expected);

    [Test]
    public void What_is_in_quotes_is_a_text_and_is_shown_with_them()
    {
        var quoted = Scalar.Quoted(Somewhere, "80");
        (quoted.Type, quoted.Number, quoted.Shown).ShouldBe((ScalarType.Text, null, "the text \"80\""));
    }

    [TestCase("on", true)]
    [TestCase("No", false)]
    [TestCase("1", null)]
    public void A_boolean_is_read_however_it_is_written(string written, bool? expected) =>
        Scalar.Plain(Somewhere, written).Boolean.ShouldBe(expected);
}
