namespace Bernstein.Check.Tests;

public sealed class HandInTests : CommandTest
{
    [Test]
    public void One_flat_file_is_held_to_what_it_says_alone()
    {
        var result = Check(Path.Combine(Reference, "poll.deployment.yaml"), "--production");
        result.Output.ShouldContain("✗ production.probes");
        result.Output.ShouldNotContain("✗ production.network-policy");
        result.Output.ShouldNotContain("✗ production.availability");
    }

    [Test]
    public void Standard_input_holds_the_whole_deployment_without_its_files()
    {
        using var input = new MemoryStream(Encoding.UTF8.GetBytes(string.Join("---\n", Sample.Reference.Files.Values)));
        using var output = new StringWriter { NewLine = "\n" };
        new CheckCommand(output, TextWriter.Null) { Input = () => input }
            .Run(["-", "--kube-version", "1.22"])
            .ShouldBe(0);
        output.ToString().ShouldStartWith("files: not judged: a file was named, not a folder\nredis: 6 of 6\n");
        output.ToString().ShouldEndWith($"19 not judged\n{Catalogue.All.Count - 19} passed, 0 failed\n");
    }

    [Test]
    public void A_flat_file_alone_is_judged_on_what_stands_in_it()
    {
        Check(Path.Combine(Reference, "poll.deployment.yaml")).ExitCode.ShouldBe(0);
        var result = Check(Path.Combine(Broken, "poll.deployment.yaml"));
        result.ExitCode.ShouldBe(1);
        result.Output.ShouldContain("✗ poll.memory");
        result.Output.ShouldContain("redis: not judged: it is judged on files that were not named\n");
        result.Output.TrimEnd().Split('\n')[^1].ShouldEndWith(" passed, 1 failed");
    }

    [Test]
    public void AFolder_without_manifests_is_not_judged()
    {
        var empty = Directory.CreateDirectory(Folder.In("empty")).FullName;
        var reason = $"there is no .yaml, .yml or .json file in {empty}";
        Check(empty).ShouldBe((2, $"{empty}: not judged, because {reason}\n0 passed, 0 failed\n", $"check: {reason}\n"));
    }

    [TestCase("k8s.zip", " is an archive: unpack it first")]
    [TestCase("deep/down/k8s.TAR.gz", " is an archive: unpack it first")]
    [TestCase("a.tar b.zip", " is an archive: unpack it first (and 1 more)")]
    public void Of_aFolder_that_holds_an_archive_it_is_named(string names, string words)
    {
        foreach (var name in names.Split(' '))
        {
            Folder.Write($"packed/{name}", "PK");
        }

        Check(Folder.In("packed")).Error.ShouldBe($"check: {Folder.In($"packed/{names.Split(' ')[0]}")}{words}\n");
    }
}
