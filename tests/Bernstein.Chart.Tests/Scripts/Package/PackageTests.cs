using System.Formats.Tar;

namespace Bernstein.Chart.Tests.Scripts.Package;

/// <summary>scripts/package: what the archive holds, and that it holds nothing else.</summary>
public sealed class PackageTests : WorkingCopyTest
{
    private const string Published = "https://github.com/OWNER/bernstein";

    [Test]
    public void The_same_bytes_come_out_a_second_time_and_with_other_file_times_modes_umask_time_zone_and_place()
    {
        var elsewhere = PackageScript.Of(Copy.Root, Copy.Output);
        const string disturb =
            "cd \"$1\" && shift && find chart LICENSE -exec touch -t 200102030405 {} + && find chart -type f -exec chmod 600 {} + && umask 077 && exec \"$@\"";
        new Command("sh", ["-c", disturb, "sh", Copy.Root, elsewhere.Program, .. elsewhere.Arguments])
        {
            Environment = new Dictionary<string, string>(elsewhere.Environment) { ["TZ"] = "Pacific/Kiritimati" },
        }.Run();
        new Archive(Path.Combine(Copy.Output, Archive.Built.Name)).Bytes.ShouldBe(Archive.Built.Bytes);
        Copy.Package().Bytes.ShouldBe(Archive.Built.Bytes);
        Directory.EnumerateFileSystemEntries(Copy.Output).ShouldHaveSingleItem();
    }

    [Test]
    public void Nothing_in_the_archive_tells_of_the_user_or_the_clock() =>
        Archive.Built.Entries.ShouldAllBe(entry =>
            entry.Header.Uid == 0
            && entry.Header.Gid == 0
            && ((PosixTarEntry)entry.Header).UserName == ""
            && ((PosixTarEntry)entry.Header).GroupName == ""
            && (int)entry.Header.Mode == Convert.ToInt32("644", 8)
            && entry.Header.ModificationTime == Archive.Built.Entries[0].Header.ModificationTime
        );

    [TestCase("2020-02-29", "2020-02-29T00:00:00Z")]
    [TestCase("unreleased", "1980-01-01T00:00:00Z")]
    public void Its_time_is_that_of_the_release(string release, string time)
    {
        Copy.WriteSection(release);
        var expected = DateTimeOffset.Parse(time, CultureInfo.InvariantCulture);
        var archive = Copy.Package();
        archive.Entries.ShouldAllBe(entry => entry.Header.ModificationTime == expected);
        File.GetLastWriteTimeUtc(Path.Combine(Copy.Output, archive.Name)).ShouldBe(expected.UtcDateTime);
    }

    [Test]
    public void It_is_named_for_the_version_and_goes_into_artifacts_when_no_folder_is_named_without_what_git_ignores()
    {
        Copy.Write("chart/bernstein/.env", "secret");
        Copy.Write(".gitignore", ".env\n");
        var path = Copy.In($"artifacts/bernstein-{WorkingCopy.Version}.tgz");
        PackageScript.Of(Copy.Root).Run().Output.ShouldBe($"{path}\n");
        new Archive(path).Entries.Select(entry => entry.Header.Name).ShouldNotContain("bernstein/.env");
    }

    [Test]
    public void It_holds_the_files_of_the_chart_the_profiles_which_lead_an_editor_to_the_schema_and_the_licence()
    {
        var chart = Directory
            .EnumerateFiles(Project.Chart, "*", SearchOption.AllDirectories)
            .Select(path => Path.GetRelativePath(Project.Chart, path));
        var profiles = Project.Profiles.Select(name => $"values/{name}.yaml").ToArray();
        Archive
            .Built.Entries.Select(entry => entry.Header.Name)
            .ShouldBe(
                chart.Concat(profiles).Concat(["values/README.md", "LICENSE"]).Select(name => $"bernstein/{name}"),
                ignoreOrder: true
            );
        foreach (var name in chart.Except(["Chart.yaml", "README.md"]))
        {
            Archive.Built.Text(name).ShouldBe(File.ReadAllText(Path.Combine(Project.Chart, name)), name);
        }

        foreach (var name in profiles)
        {
            var text = File.ReadAllText(Project.In(name)).Replace("$schema=../chart/bernstein/", "$schema=../", StringComparison.Ordinal);
            Archive.Built.Text(name).ShouldBe(text, name);
        }
    }

    [Test]
    public void Where_it_is_published_is_named_on_request_and_every_link_leads_there_or_to_a_file_in_it([Values] bool isNamed)
    {
        var archive = isNamed ? Copy.Package("--source", Published) : Archive.Built;
        var start = $"{Published}/blob/v{WorkingCopy.Version}/";
        var links = Regex.Matches(archive.Text("README.md"), @"\]\(([^)#]+)").Select(link => link.Groups[1].Value).ToArray();
        links.Any(link => link.StartsWith(start, StringComparison.Ordinal)).ShouldBe(isNamed);
        links.Where(link => !Leads(link)).ShouldBeEmpty();
        // And so do its notes.
        var notes = HelmTool.TryRun(
            null,
            "install",
            "a",
            archive.CopyTo(Copy.In("")),
            "--dry-run=client",
            "--set",
            "networkPolicy.enabled=true"
        );
        notes.Output.ShouldContain($"{(isNamed ? start : " ")}docs/production.md has a command");
        (archive.Metadata["home"].Text, archive.Metadata["sources"].Items.SingleOrDefault()?.Text).ShouldBe(
            isNamed ? (Published, Published) : (null, null)
        );
        archive.Metadata["annotations"]["artifacthub.io/links"].IsSet.ShouldBe(isNamed);
        if (isNamed)
        {
            archive.Annotation("artifacthub.io/links").Where(link => !Leads(link["url"].Text!)).ShouldBeEmpty();
        }

        bool Leads(string link) =>
            link.StartsWith("https://", StringComparison.Ordinal)
                ? !isNamed || !link.StartsWith(Published, StringComparison.Ordinal) || Path.Exists(Project.In(link[start.Length..]))
                : archive.Entries.Any(entry => entry.Header.Name.StartsWith($"bernstein/{link}", StringComparison.Ordinal));
    }

    [Test]
    [Needs("jq")]
    public void A_bill_of_materials_names_every_image_of_the_chart_and_its_profiles()
    {
        var path = PackageScript.Of(Copy.Root, [Copy.Output, "--bill"]).Run().Output.Split('\n')[1];
        Path.GetFileName(path).ShouldBe("bernstein.cdx.json");
        using var bill = JsonDocument.Parse(File.ReadAllText(path));
        bill.RootElement.GetProperty("bomFormat").GetString().ShouldBe("CycloneDX");
        var named = bill.RootElement.GetProperty("components").EnumerateArray().Select(Reference).ToArray();
        var rendered = Profile
            .Files.Select(profile => profile.Options with { Values = $"{profile.Options.Values}\nmonitoring: {{enabled: true}}" })
            .SelectMany(options => Regex.Matches(BernsteinChart.Render(options), @"(?m)^ *(?:- )?image: ""?([^\s""]+)"))
            .Select(image => image.Groups[1].Value)
            .Distinct()
            .ToArray();
        rendered.Length.ShouldBeGreaterThan(10);
        rendered.Except(named).ShouldBeEmpty();

        static string Reference(JsonElement component)
        {
            var registry = new Uri(component.GetProperty("purl").GetString()!).Query.Replace(
                "?repository_url=",
                "",
                StringComparison.Ordinal
            );
            return $"{registry}/{component.GetProperty("name")}:{component.GetProperty("version")}".TrimStart('/');
        }
    }

    [Test]
    public void It_renders_to_the_same_bytes_as_the_folder()
    {
        var options = new ChartOptions { Values = BernsteinChart.FixedPassword };
        HelmTool
            .TryRun(null, ["template", options.Release, Archive.Built.CopyTo(Copy.In("")), .. options.Arguments])
            .Output.ShouldBe(BernsteinChart.Render(options));
    }
}
