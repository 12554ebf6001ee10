namespace Bernstein.Check.Tests.Requirements;

public sealed class SecretEncodingTests
{
    [TestCase("bGVvbmFyZA==", Status.Pass)]
    [TestCase("bGVvbmFyZAo=", Status.Fail)]
    [TestCase("bGVvbmFyZA", Status.Fail)]
    [TestCase("bGVv bmFyZA==", Status.Fail)]
    [TestCase("leonard!", Status.Fail)]
    [TestCase("//79", Status.Fail)]
    [TestCase("[bGVvbmFyZA==]", Status.Fail)]
    public void A_secret_is_base64_of_text_without_a_line_end(string value, Status expected) =>
        Sample.Reference.With("postgres.secret.yaml", "bGVvbmFyZA==", value).Judge("wiring.secret-encoding").Status.ShouldBe(expected);
}
