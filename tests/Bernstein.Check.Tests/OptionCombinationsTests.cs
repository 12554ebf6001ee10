namespace Bernstein.Check.Tests;

public sealed class OptionCombinationsTests : CommandTest
{
    [TestCase("name a folder of manifests", new string[0])]
    [TestCase("--since compares one hand-in with an older one, and 2 are named", "a", "b", "--since", "c")]
    [TestCase("--points needs --format csv, and the format is text", "broken", "--points", "c")]
    [TestCase("--only chooses the requirements", "broken", "--only", "poll.image", "--production")]
    public void What_means_nothing_together_is_refused(string message, params string[] arguments)
    {
        var result = Check(arguments);
        (result.ExitCode, result.Output).ShouldBe((2, ""));
        result.Error.ShouldContain(message);
    }
}
