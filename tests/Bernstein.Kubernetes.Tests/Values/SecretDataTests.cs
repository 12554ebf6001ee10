namespace Bernstein.Kubernetes.Tests.Values;

public sealed class SecretDataTests
{
    [TestCase("cG9zdGdyZXM=", null)]
    [TestCase("postgres!", "a is not base64")]
    [TestCase("cG9zdGdyZXMK", "a ends with a line end once it is decoded")]
    [TestCase("/w==", "a is not UTF-8 text once it is decoded")]
    public void A_value_is_what_its_author_meant_or_it_is_said(string value, string? message) =>
        (SecretData.BadlyEncoded(Manifest.Object($"kind: Secret\ndata: {{a: \"{value}\"}}\n").Root).SingleOrDefault()?.Message).ShouldBe(
            message
        );

    [Test]
    public void The_mend_of_a_line_end_is_the_text_without_it() =>
        SecretData
            .BadlyEncoded(Manifest.Object("kind: Secret\ndata: {a: cG9zdGdyZXMK}\n").Root)
            .ShouldHaveSingleItem()
            .Mend!.Edits.ShouldHaveSingleItem()
            .Value.ShouldBe("\"cG9zdGdyZXM=\"");
}
