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

    [TestCase("poll.image", "any", 2)]
    [TestCase("poll.image", "specification", 2)]
    [TestCase("poll.image", "nothing", 0)]
    [TestCase("poll.image,wiring.schema", "any", 1)]
    [TestCase("poll.image,wiring.schema", "specification", 2)]
    [TestCase("redis.image", "any", 0)]
    public void What_a_file_hides_that_can_not_be_read_does_not_hold(string only, string failOn, int exitCode)
    {
        File.WriteAllText(Path.Combine(Broken, "poll.deployment.yaml"), "a: [\n");
        Check(Broken, "--only", only, "--fail-on", failOn).ExitCode.ShouldBe(exitCode);
    }
}
