namespace Bernstein.Kubernetes.Tests.Rules;

public sealed class ConditionTests
{
    private static readonly Node Value = Manifest
        .Object(
            "text: a\nquoted: '0'\nnumber: 3\nnone: 0\nflag: true\nempty: ''\nnull: ~\nmapping: {b: c}\nlist: [d, e]\nhollow: []\nshare: 120%\nless: 0%\n"
        )
        .Root;

    [TestCase("text is a or b", true)]
    [TestCase("text is not a or b", false)]
    [TestCase("number is set and other is absent", true)]
    [TestCase("number is set and null is set", false)]
    [TestCase("empty is blank and other is blank and empty is set", true)]
    [TestCase("empty is no text", false)]
    [TestCase("mapping is no text and mapping is a mapping", true)]
    [TestCase("none is zero and none is no instance and less is no instance", true)]
    [TestCase("quoted is zero or no instance", false)]
    [TestCase("flag is true", true)]
    [TestCase("text is true or false", false)]
    [TestCase("number is above 2", true)]
    [TestCase("number is above 3", false)]
    [TestCase("share is above 100%", true)]
    [TestCase("number is outside 0..2", true)]
    [TestCase("other is outside 0..2", false)]
    [TestCase("list contains e", true)]
    [TestCase("text contains a", false)]
    [TestCase("hollow is an empty list", true)]
    [TestCase("other is an empty list", false)]
    [TestCase("mapping.b is c", true)]
    [TestCase("count(list,hollow) is 2", true)]
    [TestCase("none amounts to 0 or less", true)]
    [TestCase("none amounts to less than 0", false)]
    [TestCase("other amounts to 0 or less", false)]
    [TestCase(null, true)]
    public void A_condition_is_read_as_it_is_said(string? condition, bool expected) => Condition.Read(condition)(Value).ShouldBe(expected);

    [TestCase("number")]
    [TestCase("number equals 3")]
    public void What_is_no_condition_is_refused(string written) => Should.Throw<FormatException>(() => Condition.Read(written));
}
