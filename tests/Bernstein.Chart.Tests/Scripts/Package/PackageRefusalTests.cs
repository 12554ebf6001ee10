namespace Bernstein.Chart.Tests.Scripts.Package;

/// <summary>What scripts/package says to what it can't package, and that it leaves the folder as it was.</summary>
public sealed class PackageRefusalTests : WorkingCopyTest
{
    private const string Mend = "add it with git add, list it in .gitignore, or move it away";

    [SetUp]
    public void Hold() => Copy.Write($"out/{Archive.Built.Name}", "an older archive");

    /// <summary>VERSION is that of the chart; a text that begins with + is added, and null deletes the file.</summary>
    [TestCase(
        "CHANGELOG.md",
        "## [0.0.1]\n\n### Added\n\n- all\n",
        "is 0.0.1: begin CHANGELOG.md with «## [VERSION]», or correct the version"
    )]
    [TestCase("CHANGELOG.md", "# Changelog\n", "the newest section of CHANGELOG.md is missing: begin CHANGELOG.md with")]
    [TestCase("CHANGELOG.md", "## [VERSION]\n", "has no entry: write there what changes")]
    [TestCase("CHANGELOG.md", "## [VERSION]\n- all\n", "CHANGELOG.md, line 2: an entry outside of «### Added» and its like")]
    [TestCase("CHANGELOG.md", "## [VERSION]\n### Mended\n- all\n", "line 2: «Mended» is none of Added, Changed, Deprecated, Removed,")]
    [TestCase("CHANGELOG.md", "## [VERSION] - 2020-02-30\n### Added\n- all\n", "has a date that is none")]
    [TestCase("chart/bernstein/templates/poll.service.yaml", "{{", "the chart does not render: fix what Helm reports above")]
    [TestCase("chart/bernstein/Chart.yaml", "+annotations: {a: b}\n", "annotations of chart/bernstein/Chart.yaml in lines of their own")]
    [TestCase("out/bernstein-VERSION.tgz.prov", "of the older archive", "signs another archive than this one: remove it, or sign again")]
    [TestCase("chart/bernstein/.env", "POSTGRES_PASSWORD=1", "git does not track chart/bernstein/.env: " + Mend)]
    [TestCase("values/mine.yaml", "postgres: {password: '1'}", "git does not track values/mine.yaml: " + Mend)]
    [TestCase("values/modern.yaml", null, "values/modern.yaml is missing: git restore brings it back, git rm makes that final")]
    public void A_file_that_is_not_as_it_must_be(string path, string? text, string message)
    {
        var (file, content) = (path.Replace("VERSION", WorkingCopy.Version), text?.Replace("VERSION", WorkingCopy.Version));
        if (content is null)
        {
            File.Delete(Copy.In(file));
        }
        else
        {
            Copy.Write(file, content is ['+', .. var added] ? Copy.Read(file) + added : content);
        }

        Refuses(message.Replace("VERSION", WorkingCopy.Version));
    }

    [Test]
    public void A_Helm_that_writes_the_clock_into_the_archive()
    {
        var older = HelmTool.Versions[1];
        if (HelmTool.TryRun(older, "version").ExitCode == 0)
        {
            var helm = Project.In(".tools", $"helm-{older}", "helm");
            Refuses($"this Helm (v{older}) writes the time of day into the archive: use Helm 4", [], helm);
        }
    }

    [Test]
    public void A_link_whose_content_would_be_packed()
    {
        File.CreateSymbolicLink(Copy.In("chart/bernstein/passwd"), "/etc/passwd");
        Copy.Git("add", "--all");
        Refuses("chart/bernstein/passwd is a link: put a file in its place");
    }

    [Test]
    public void A_folder_that_git_knows_nothing_of()
    {
        Directory.Delete(Copy.In(".git"), recursive: true);
        Refuses($"git tracks no chart in {Copy.Root}: package a clone of the repository");
    }

    [TestCase("unknown option --out", "--out")]
    [TestCase("one folder at a time", "another")]
    [TestCase("--no-native leaves out a part of --check: give that too", "--no-native")]
    [TestCase("--sign needs the name of a key", "--sign")]
    [TestCase("--sign needs --keyring FILE: gpg --output FILE --export-secret-keys 'Me' writes one", "--sign", "Me")]
    [TestCase("--keyring and --passphrase-file are for signing: name the key with --sign KEY", "--keyring", "LICENSE")]
    [TestCase("there is no file nowhere", "--sign", "Me", "--keyring", "nowhere")]
    public void A_command_line_that_is_wrong(string message, params string[] arguments) => Refuses(message, arguments);

    [Test]
    public void Something_else_in_the_place_of_the_folder_or_of_the_archive()
    {
        var result = PackageScript.Of(Copy.Root, Copy.In("LICENSE")).TryRun();
        (result.ExitCode, result.Error).ShouldBe((2, $"package: {Copy.In("LICENSE")} is not a folder\n"));
        var archive = Path.Combine(Copy.Output, Archive.Built.Name);
        File.Delete(archive);
        Directory.CreateDirectory(archive);
        result = PackageScript.Of(Copy.Root, Copy.Output).TryRun();
        (result.ExitCode, result.Error).ShouldBe((2, $"package: {archive} exists and is not a file: name another folder\n"));
        Directory.EnumerateFileSystemEntries(archive).ShouldBeEmpty();
    }

    private void Refuses(string message, string[]? arguments = null, string? helm = null)
    {
        var before = Contents();
        var command = PackageScript.Of(Copy.Root, [Copy.Output, .. arguments ?? []]);
        var result = (helm is null ? command : command with { Environment = new Dictionary<string, string> { ["HELM"] = helm } }).TryRun();
        result.ExitCode.ShouldBe(2, result.Error);
        result.Error.ShouldContain(message);
        result.Output.ShouldBeEmpty();
        Contents().ShouldBe(before);
    }

    private Dictionary<string, string> Contents() =>
        Directory.EnumerateFileSystemEntries(Copy.Output).ToDictionary(path => path, File.ReadAllText);
}
