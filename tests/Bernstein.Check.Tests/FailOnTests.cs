namespace Bernstein.Check.Tests;

public sealed class FailOnTests : CommandTest
{
    [TestCase("any", 1, 1)]
    [TestCase("Specification", 1, 0)]
    [TestCase("letter", 1, 0, TestName = "its name in 1.0")]
    [TestCase("nothing", 0, 0)]
    public void What_fails_can_be_chosen(string failOn, int ofSpecification, int ofWiring)
    {
        Check(Broken, "--fail-on", failOn).ExitCode.ShouldBe(ofSpecification);
        File.WriteAllText(Path.Combine(Broken, "poll.deployment.yaml"), Sample.Reference.Files["poll.deployment.yaml"]);
        File.WriteAllText(
            Path.Combine(Broken, "more.yaml"),
            "apiVersion: v1\nkind: Service\nmetadata: {name: a}\nspec: {ports: [{port: 0}]}\n"
        );
        Check(Broken, "--fail-on", failOn).ExitCode.ShouldBe(ofWiring);
        Check(Broken, Folder.In("nowhere"), "--fail-on", failOn).ExitCode.ShouldBe(2);
    }
}
