namespace Bernstein.Chart.Tests.Scripts.Package;

/// <summary>What scripts/package says to what it can't package, and that it leaves the folder as it was.</summary>
[NeedsUnix("the shell")]
[Needs("git")]
public sealed class PackageRefusalTests
{
    private readonly WorkingCopy _copy = new();

    [SetUp]
    public void Hold()
    {
        Directory.CreateDirectory(_copy.Output);
        File.WriteAllText(Path.Combine(_copy.Output, Archive.Built.Name), "an older archive");
    }

    [TearDown]
    public void Remove() => _copy.Dispose();

    [Test]
    public void A_version_that_is_not_the_newest_of_the_changelog()
    {
        _copy.Write("## [0.0.1]\n\n### Added\n\n- all\n", "CHANGELOG.md");
        Refuses(
            $"the version is {WorkingCopy.Version} in chart/bernstein/Chart.yaml, but the newest section of CHANGELOG.md is 0.0.1: "
                + $"begin CHANGELOG.md with «## [{WorkingCopy.Version}]», or correct the version"
        );
    }

    [Test]
    public void A_changelog_without_a_section()
    {
        _copy.Write("# Changelog\n", "CHANGELOG.md");
        Refuses("the newest section of CHANGELOG.md is missing: begin CHANGELOG.md with");
    }

    [TestCase("", "has no entry: write there what changes")]
    [TestCase("- all\n", "CHANGELOG.md, line 2: an entry outside of «### Added» and its like")]
    [TestCase("### Mended\n- all\n", "CHANGELOG.md, line 2: «Mended» is none of Added, Changed, Deprecated, Removed, Fixed, Security")]
    public void A_section_that_says_nothing_or_not_what_kind_of_change_it_is(string section, string message)
    {
        _copy.Write($"## [{WorkingCopy.Version}]\n{section}", "CHANGELOG.md");
        Refuses(message);
    }

    [Test]
    public void A_day_that_is_none()
    {
        _copy.Write($"## [{WorkingCopy.Version}] - 2020-02-30\n### Added\n- all\n", "CHANGELOG.md");
        Refuses("has a date that is none");
    }

    [Test]
    public void A_chart_that_does_not_render()
    {
        _copy.Write("{{", "chart", "bernstein", "templates", "poll.service.yaml");
        Refuses("the chart does not render: fix what Helm reports above");
    }

    [Test]
    public void Annotations_that_others_can_not_join()
    {
        File.AppendAllText(_copy.In("chart", "bernstein", "Chart.yaml"), "annotations: {a: b}\n");
        Refuses("write the annotations of chart/bernstein/Chart.yaml in lines of their own");
    }

    [Test]
    public void A_Helm_that_writes_the_clock_into_the_archive()
    {
        var older = HelmTool.Versions[1];
        if (HelmTool.TryRun(older, "version").ExitCode == 0)
        {
            Refuses(
                $"this Helm (v{older}) writes the time of day into the archive: use Helm 4",
                [],
                Project.In(".tools", $"helm-{older}", "helm")
            );
        }
    }

    [Test]
    public void A_signature_that_does_not_fit_the_archive_beside_it()
    {
        File.WriteAllText(Path.Combine(_copy.Output, $"{Archive.Built.Name}.prov"), "of the older archive");
        Refuses($"{Archive.Built.Name}.prov signs another archive than this one: remove it, or sign again with --sign");
    }

    [Test]
    public void A_file_that_git_does_not_track()
    {
        _copy.Write("POSTGRES_PASSWORD=1", "chart", "bernstein", ".env");
        _copy.Write("postgres: {password: '1'}", "values", "mine.yaml");
        Refuses("git does not track chart/bernstein/.env, values/mine.yaml: add it with git add, list it in .gitignore, or move it away");
    }

    [Test]
    public void A_link_whose_content_would_be_packed()
    {
        File.CreateSymbolicLink(_copy.In("chart", "bernstein", "passwd"), "/etc/passwd");
        new Command("git", ["-C", _copy.Root, "add", "--all"]).Run();
        Refuses("chart/bernstein/passwd is a link: put a file in its place");
    }

    [Test]
    public void A_file_that_was_deleted()
    {
        File.Delete(_copy.In("values", "modern.yaml"));
        Refuses("values/modern.yaml is missing: git restore brings it back, git rm makes that final");
    }

    [Test]
    public void A_folder_that_git_knows_nothing_of()
    {
        Directory.Delete(_copy.In(".git"), recursive: true);
        Refuses($"git tracks no chart in {_copy.Root}: package a clone of the repository");
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
    public void A_file_in_the_place_of_the_folder()
    {
        var result = PackageScript.Of(_copy.Root, _copy.In("LICENSE")).TryRun();
        (result.ExitCode, result.Error).ShouldBe((2, $"package: {_copy.In("LICENSE")} is not a folder\n"));
    }

    [Test]
    public void A_folder_in_the_place_of_the_archive()
    {
        var archive = Path.Combine(_copy.Output, Archive.Built.Name);
        File.Delete(archive);
        Directory.CreateDirectory(archive);
        var result = PackageScript.Of(_copy.Root, _copy.Output).TryRun();
        (result.ExitCode, result.Error).ShouldBe((2, $"package: {archive} exists and is not a file: name another folder\n"));
        Directory.EnumerateFileSystemEntries(archive).ShouldBeEmpty();
    }

    private void Refuses(string message, string[]? arguments = null, string? helm = null)
    {
        var before = Contents();
        var command = PackageScript.Of(_copy.Root, [_copy.Output, .. arguments ?? []]);
        var result = (helm is null ? command : command with { Environment = new Dictionary<string, string> { ["HELM"] = helm } }).TryRun();
        result.ExitCode.ShouldBe(2, result.Error);
        result.Error.ShouldContain(message);
        result.Output.ShouldBeEmpty();
        Contents().ShouldBe(before);
    }

    private Dictionary<string, string> Contents() =>
        Directory.EnumerateFileSystemEntries(_copy.Output).ToDictionary(path => path, File.ReadAllText);
}
