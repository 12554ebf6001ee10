using System.Formats.Tar;
using System.Text.Json;

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
            .ShouldBe(chart.Concat(profiles).Concat(["values/README.md", "LICENSE"]).Select(name => $"bernstein/{name}"), ignoreOrder: true);
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
        var notes = HelmTool.TryRun(null, "install", "a", archive.CopyTo(Copy.In("")), "--dry-run=client", "--set", "networkPolicy.enabled=true");
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
            var registry = new Uri(component.GetProperty("purl").GetString()!).Query.Replace("?repository_url=", "", StringComparison.Ordinal);
            return $"{registry}/{component.GetProperty("name")}:{component.GetProperty("version")}".TrimStart('/');
        }
    }

    [Test]
    public void It_says_of_the_chart_what_the_folder_says_and_adds_annotations_that_Artifact_Hub_takes()
    {
        // By the documentation of Artifact Hub: what it parses, and the categories that it knows.
        string[] known = ["category", "changes", "images", "license"];
        var folder = YamlReader.Read("Chart.yaml", File.ReadAllText(Path.Combine(Project.Chart, "Chart.yaml"))).Documents.Single();
        var archive = Archive.Built.Metadata;
        Texts(archive).Order().ShouldBe(Texts(folder).Order());
        archive["annotations"].Entries.Select(entry => entry.Key).ShouldBe(known.Select(name => $"artifacthub.io/{name}"), ignoreOrder: true);
        archive["annotations"]["artifacthub.io/category"].Text.ShouldBe("skip-prediction");
        archive["annotations"]["artifacthub.io/license"].Text.ShouldBe("MIT");
        Archive.Built.Changes.ShouldNotBeEmpty();

        static IEnumerable<string> Texts(Node chart) =>
            Chart.SchemaTests.Leaves(chart, "").Where(leaf => !leaf.StartsWith(".annotations", StringComparison.Ordinal));
    }

    [Test]
    public void It_renders_to_the_same_bytes_as_the_folder()
    {
        var options = new ChartOptions { Values = BernsteinChart.FixedPassword };
        HelmTool
            .TryRun(null, ["template", options.Release, Archive.Built.CopyTo(Copy.In("")), .. options.Arguments])
            .Output.ShouldBe(BernsteinChart.Render(options));
    }

    [Test]
    public void An_entry_arrives_whole_whatever_is_written_in_it()
    {
        Copy.WriteSection("2020-02-29", File.ReadAllText(Project.In("tests", "Bernstein.Chart.Tests", "Scripts", "Package", "changelog.txt")));
        Copy.Package()
            .Changes.ShouldBe([
                ("added", """It's `code`: "quotes", a \n backslash, 100 % & é # no comment that goes on and on"""),
                ("added", "{not: a map} with a paragraph of its own"),
                ("security", "- a dash"),
            ]);
    }

    [Test]
    public void Its_images_are_those_of_the_default_rendering_also_from_a_registry_with_a_port_and_with_a_digest()
    {
        var pods = BernsteinChart.Manifests(new ChartOptions()).Objects.Select(Workload.Of).OfType<Workload>();
        Archive.Built.Images.ShouldBe(
            pods.SelectMany(pod => pod.Pod["initContainers"].Items.Concat(pod.Containers))
                .Select(container => container["image"].Text)
                .Distinct()
                .Select(image => (image!.Split('/')[^1].Split(':')[0], image)),
            ignoreOrder: true
        );
        var image = $"registry.example.org:5000/team/redis:5.0@sha256:{new string('a', 64)}";
        Copy.Edit("chart/bernstein/values.yaml", "image: redis:5.0\n", $"image: {image}\n");
        Copy.Package().Images.ShouldContain(("redis", image));
    }

    [TestCase("\nannotations:\n", "\nannotations:\n  example.org/own: kept\n", "kept")]
    [TestCase("\nannotations:\n", "\n# none:\n", null)]
    public void Annotations_that_the_chart_has_stay_and_one_without_any_gets_them(string from, string to, string? own)
    {
        Copy.Edit(WorkingCopy.Chart, from, to);
        Copy.Write(WorkingCopy.Chart, Regex.Replace(Copy.Read(WorkingCopy.Chart), "(?m)^  artifacthub.io/.*\n", ""));
        var annotations = Copy.Package().Metadata["annotations"];
        (annotations["example.org/own"].Text, annotations["artifacthub.io/license"].Text).ShouldBe((own, "MIT"));
    }

    [TestCase("1.1.0-rc.1", "Added", "prerelease")]
    [TestCase("1.1.0", "Security", "containsSecurityUpdates")]
    [TestCase("1.1.0", "Added", null)]
    public void A_version_before_its_time_and_one_that_is_needed_are_marked(string version, string kind, string? mark)
    {
        Copy.Edit(WorkingCopy.Chart, $"\nversion: {WorkingCopy.Version}\n", $"\nversion: {version}\n");
        Copy.Write(WorkingCopy.Changelog, $"## [{version}] - unreleased\n\n### {kind}\n\n- all\n");
        Copy.Package()
            .Metadata["annotations"]
            .Entries.Where(entry => entry.Value.Text == "true")
            .Select(entry => entry.Key)
            .ShouldBe(mark is null ? [] : [$"artifacthub.io/{mark}"]);
    }
}
