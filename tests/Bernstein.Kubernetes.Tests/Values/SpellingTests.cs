namespace Bernstein.Kubernetes.Tests.Values;

public sealed class SpellingTests
{
    [TestCase("replcas", " (did you mean replicas?)")]
    [TestCase("Image", " (did you mean image?)")]
    [TestCase("entirely", "")]
    public void A_word_that_is_nearly_right_is_suggested(string word, string expected) =>
        Spelling.Suggestion(word, ["replicas", "image"]).ShouldBe(expected);
}
