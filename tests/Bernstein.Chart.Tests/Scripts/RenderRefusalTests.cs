namespace Bernstein.Chart.Tests.Scripts;

/// <summary>What stops scripts/render, and that it leaves the folder as it was.</summary>
public sealed class RenderRefusalTests : RenderTest
{
    [TestCase("POSTGRES_PASSWORD", "a\nb", "can't hold line ends or other control characters")]
    [TestCase("POSTGRES_USER", "a\r", "can't hold line ends or other control characters")]
    [TestCase("POSTGRES_PASSWORD", "a#b", "holds #, which breaks the address that result makes of it")]
    [TestCase("POSTGRES_PASSWORD", "a/b", "holds /, which breaks the address that result makes of it")]
    [TestCase("POSTGRES_PASSWORD", "a?b", "holds ?, which breaks the address that result makes of it")]
    [TestCase("POSTGRES_PASSWORD", "a\\b", "holds \\, which breaks the address that result makes of it")]
    [TestCase("POSTGRES_PASSWORD", "a%4Fb", "holds %4F, which breaks the address that result makes of it")]
    [TestCase("POSTGRES_USER", "a:b", "holds :, which breaks the address that result makes of it")]
    public void A_credential_that_result_cannot_carry_is_refused(string name, string text, string message) =>
        Refuses($"{name} {message}", [], (name, text));

    [TestCase("mine.yaml", "mine", "is not as this command left it (mine.yaml): name a new folder")]
    [TestCase("poll.service.yaml", null, "is not as this command left it (poll.service.yaml): name a new folder")]
    [TestCase("poll.service.yaml", "# mine\n", "has been edited (poll.service.yaml): name a new folder")]
    [TestCase(".rendered", null, "holds files that this command did not write: name a new folder")]
    public void A_folder_that_is_not_as_it_left_it_stops_it(string name, string? text, string message)
    {
        BeginRendered();
        File.Delete(Path.Combine(Manifests, name));
        if (text is not null)
        {
            Folder.Write($"manifests/{name}", text);
        }

        Refuses(message, []);
    }

    [TestCase(true)]
    [TestCase(false)]
    public void Values_that_Helm_refuses_leave_the_folder_as_it_was_and_make_none(bool isThere)
    {
        if (isThere)
        {
            BeginRendered();
        }

        Refuses("pol", ["-f", Folder.Write("bad.yaml", "pol: {}\n")]);
        Directory.Exists(Manifests).ShouldBe(isThere);
    }

    [TestCase("there is no values file nowhere.yaml", "-f", "nowhere.yaml")]
    [TestCase("unknown option --out", "--out")]
    [TestCase("--node needs the name of a node", "--node", "")]
    public void A_command_line_that_is_wrong_is_named(string message, params string[] arguments) => Refuses(message, arguments);

    [TestCase("manifests", "is not a folder")]
    [TestCase("manifests/below", "can't be made there: name a folder that can be written to")]
    public void A_file_in_the_place_of_the_folder_stops_it(string folder, string message)
    {
        File.WriteAllText(Manifests, "mine");
        var result = Command(Folder, [Folder.In(folder)]).TryRun();
        (result.ExitCode, result.Error).ShouldBe((2, $"render: {Folder.In(folder)} {message}\n"));
        File.ReadAllText(Manifests).ShouldBe("mine");
    }

    private void Refuses(string message, string[] options, params (string Name, string Value)[] environment)
    {
        var before = Contents(Folder);
        var result = Command(Folder, [Manifests, .. options], environment).TryRun();
        result.ExitCode.ShouldNotBe(0);
        result.Error.ShouldContain(message);
        Contents(Folder).ShouldBe(before);
    }
}
