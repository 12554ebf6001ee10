using System.Formats.Tar;

namespace Bernstein.Chart.Tests.Scripts.Package;

/// <summary>scripts/package: what the archive holds, and that it holds nothing else.</summary>
[NeedsUnix("the shell")]
[Needs("git")]
public sealed class PackageTests
{
    private readonly WorkingCopy _copy = new();

    [TearDown]
    public void Remove() => _copy.Dispose();

    [Test]
    public void The_same_bytes_come_out_with_other_file_times_modes_umask_time_zone_and_place()
    {
        var elsewhere = PackageScript.Of(_copy.Root, _copy.Output);
        const string disturb =
            "cd \"$1\" && shift && find chart LICENSE -exec touch -t 200102030405 {} + && find chart -type f -exec chmod 600 {} + && umask 077 && exec \"$@\"";
        new Command("sh", ["-c", disturb, "sh", _copy.Root, elsewhere.Program, .. elsewhere.Arguments])
        {
            Environment = new Dictionary<string, string>(elsewhere.Environment) { ["TZ"] = "Pacific/Kiritimati" },
        }.Run();
        new Archive(Path.Combine(_copy.Output, Archive.Built.Name)).Bytes.ShouldBe(Archive.Built.Bytes);
    }

    [Test]
    public void A_second_run_into_the_same_folder_changes_no_byte()
    {
        var first = _copy.Package();
        _copy.Package().Bytes.ShouldBe(first.Bytes);
        Directory.EnumerateFileSystemEntries(_copy.Output).ShouldHaveSingleItem();
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
        _copy.Write($"## [{WorkingCopy.Version}] - {release}\n\n### Fixed\n\n- all\n", "CHANGELOG.md");
        var expected = DateTimeOffset.Parse(time, System.Globalization.CultureInfo.InvariantCulture);
        var archive = _copy.Package();
        archive.Entries.ShouldAllBe(entry => entry.Header.ModificationTime == expected);
        File.GetLastWriteTimeUtc(Path.Combine(_copy.Output, archive.Name)).ShouldBe(expected.UtcDateTime);
    }

    [Test]
    public void It_is_named_for_the_version_and_goes_into_artifacts_when_no_folder_is_named()
    {
        var path = _copy.In("artifacts", $"bernstein-{WorkingCopy.Version}.tgz");
        PackageScript.Run(_copy.Root).Output.ShouldBe($"{path}\n");
        File.Exists(path).ShouldBeTrue();
    }

    [Test]
    public void It_holds_the_files_of_the_chart_the_profiles_and_the_licence()
    {
        var chart = Directory
            .EnumerateFiles(Project.Chart, "*", SearchOption.AllDirectories)
            .Select(path => Path.GetRelativePath(Project.Chart, path));
        var profiles = Project.Profiles.Select(name => $"values/{name}.yaml");
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
    }

    [Test]
    public void What_git_ignores_stays_out()
    {
        _copy.Write("secret", "chart", "bernstein", ".env");
        _copy.Write(".env\n", ".gitignore");
        _copy.Package().Entries.Select(entry => entry.Header.Name).ShouldNotContain("bernstein/.env");
    }

    [Test]
    public void A_profile_in_it_is_that_of_the_folder_and_leads_an_editor_to_the_schema()
    {
        foreach (var profile in Project.Profiles)
        {
            var text = File.ReadAllText(Project.In("values", $"{profile}.yaml"));
            Archive
                .Built.Text($"values/{profile}.yaml")
                .ShouldBe(text.Replace("$schema=../chart/bernstein/values.schema.json", "$schema=../values.schema.json"), profile);
        }
    }

    [TestCase("https://github.com/OWNER/bernstein")]
    [TestCase(null)]
    public void No_link_in_it_is_dead(string? source)
    {
        var archive = source is null ? Archive.Built : _copy.Package("--source", source);
        var links = System
            .Text.RegularExpressions.Regex.Matches(archive.Text("README.md"), @"\]\(([^)#]+)")
            .Select(link => link.Groups[1].Value)
            .ToArray();
        links.ShouldNotBeEmpty();
        var start = $"{source}/blob/v{WorkingCopy.Version}/";
        links
            .Where(link =>
                link.StartsWith("https://", StringComparison.Ordinal)
                    ? source is not null
                        && link.StartsWith(source, StringComparison.Ordinal)
                        && !Path.Exists(Project.In(link[start.Length..].Split('/')))
                    : !archive.Entries.Any(entry => entry.Header.Name.StartsWith($"bernstein/{link}", StringComparison.Ordinal))
            )
            .ShouldBeEmpty();
        archive.Text("README.md").Contains($"]({start}", StringComparison.Ordinal).ShouldBe(source is not null);
    }

    [TestCase("https://github.com/OWNER/bernstein", "https://github.com/OWNER/bernstein/blob/v")]
    [TestCase(null, " docs/")]
    public void Its_notes_and_messages_lead_to_the_documents_where_they_are(string? source, string place)
    {
        var archive = source is null ? Archive.Built : _copy.Package("--source", source);
        using var folder = new TemporaryFolder();
        var path = archive.CopyTo(folder.Path);
        var notes = HelmTool.TryRun(null, "install", "bernstein", path, "--dry-run=client", "--set", "networkPolicy.enabled=true");
        notes.Output.ShouldContain($"{place}{(source is null ? "" : $"{WorkingCopy.Version}/docs/")}production.md has a command");
    }

    [Test]
    [Needs("jq")]
    public void A_bill_of_materials_names_every_image_of_the_chart_and_its_profiles()
    {
        var path = PackageScript.Run(_copy.Root, [_copy.Output, "--bill"]).Output.Split('\n')[1];
        Path.GetFileName(path).ShouldBe("bernstein.cdx.json");
        using var bill = System.Text.Json.JsonDocument.Parse(File.ReadAllText(path));
        bill.RootElement.GetProperty("bomFormat").GetString().ShouldBe("CycloneDX");
        var named = bill.RootElement.GetProperty("components").EnumerateArray().Select(Reference).ToArray();
        var rendered = Profile
            .Files.Select(profile => profile.Options with { Values = $"{profile.Options.Values}\nmonitoring: {{enabled: true}}" })
            .Select(BernsteinChart.Render)
            .SelectMany(text =>
                System.Text.RegularExpressions.Regex.Matches(
                    text,
                    @"^ *(?:- )?image: ""?([^\s""]+)",
                    System.Text.RegularExpressions.RegexOptions.Multiline
                )
            )
            .Select(image => image.Groups[1].Value)
            .Distinct()
            .ToArray();
        rendered.Length.ShouldBeGreaterThan(10);
        rendered.Except(named).ShouldBeEmpty();

        static string Reference(System.Text.Json.JsonElement component)
        {
            var purl = new Uri(component.GetProperty("purl").GetString()!);
            var registry = purl.Query.Replace("?repository_url=", "", StringComparison.Ordinal);
            return $"{(registry.Length > 0 ? $"{registry}/" : "")}{component.GetProperty("name").GetString()}:{component.GetProperty("version").GetString()}";
        }
    }

    [Test]
    public void It_says_of_the_chart_what_the_folder_says_and_adds_annotations()
    {
        var folder = YamlReader.Read("Chart.yaml", File.ReadAllText(Path.Combine(Project.Chart, "Chart.yaml"))).Documents.Single();
        Archive
            .Built.Metadata.Entries.Select(entry => entry.Key)
            .ShouldBe(folder.Entries.Select(entry => entry.Key).Append("annotations").Distinct(), ignoreOrder: true);
        foreach (var (key, value) in folder.Entries.Where(entry => entry.Key != "annotations"))
        {
            Texts(Archive.Built.Metadata[key]).ShouldBe(Texts(value), key);
        }
    }

    [Test]
    public void It_renders_to_the_same_bytes_as_the_folder()
    {
        using var folder = new TemporaryFolder();
        var options = new ChartOptions { Values = BernsteinChart.FixedPassword };
        HelmTool
            .TryRun(null, ["template", options.Release, Archive.Built.CopyTo(folder.Path), .. options.Arguments])
            .Output.ShouldBe(BernsteinChart.Render(options));
    }

    [Test]
    public void Its_changes_are_the_entries_of_the_newest_section()
    {
        var lines = File.ReadLines(Project.In("CHANGELOG.md"))
            .SkipWhile(line => !line.StartsWith("## "))
            .Skip(1)
            .TakeWhile(line => !line.StartsWith("## "));
        var kind = "";
        var expected = new List<(string? Kind, string? Description)>();
        foreach (var line in lines.Where(line => line.Length > 0))
        {
            if (line.StartsWith("### "))
            {
                kind = line["### ".Length..].ToLowerInvariant();
            }
            else if (line.StartsWith("- "))
            {
                expected.Add((kind, line["- ".Length..]));
            }
            else
            {
                expected[^1] = (kind, $"{expected[^1].Description} {line.Trim()}");
            }
        }

        expected.ShouldNotBeEmpty();
        Archive.Built.Changes.ShouldBe(expected);
    }

    [Test]
    public void An_entry_arrives_whole_whatever_is_written_in_it()
    {
        _copy.Write(
            $$"""
            # Changelog

            ## [{{WorkingCopy.Version}}] - 2020-02-29

            Words that belong to no entry.

            ### Added

            - It's `code`: "quotes", a \n backslash, 100 % & é # no comment
              that goes on
            and on
            - {not: a map}

              with a paragraph of its own

            ### Security

            * - a dash

            [link]: https://example.org/

            ## [0.9.0] - 2019-01-01

            ### Removed

            - what is older
            """,
            "CHANGELOG.md"
        );
        _copy
            .Package()
            .Changes.ShouldBe([
                ("added", """It's `code`: "quotes", a \n backslash, 100 % & é # no comment that goes on and on"""),
                ("added", "{not: a map} with a paragraph of its own"),
                ("security", "- a dash"),
            ]);
    }

    [Test]
    public void Its_images_are_those_of_the_default_rendering()
    {
        var pods = BernsteinChart
            .Manifests(new ChartOptions())
            .Objects.Select(item => item.Root.At(item.Kind == "Pod" ? "spec" : "spec.template.spec"));
        var images = pods.SelectMany(pod => pod["initContainers"].Items.Concat(pod["containers"].Items))
            .Select(container => container["image"].Text!)
            .Distinct();
        Archive
            .Built.Annotation("artifacthub.io/images")
            .Select(image => (image["name"].Text, image["image"].Text))
            .ShouldBe(
                images
                    .Select(image => (Name: image.Split('/')[^1].Split(':')[0], Image: image))
                    .Select(pair => ((string?)pair.Name, (string?)pair.Image)),
                ignoreOrder: true
            );
    }

    [Test]
    public void An_image_from_a_registry_with_a_port_and_a_digest_has_a_name_too()
    {
        var values = _copy.In("chart", "bernstein", "values.yaml");
        var image = $"registry.example.org:5000/team/redis:5.0@sha256:{new string('a', 64)}";
        File.WriteAllText(values, File.ReadAllText(values).Replace("image: redis:5.0\n", $"image: {image}\n", StringComparison.Ordinal));
        _copy
            .Package()
            .Annotation("artifacthub.io/images")
            .Select(found => (found["name"].Text, found["image"].Text))
            .ShouldContain(("redis", image));
    }

    [Test]
    public void Its_licence_is_that_of_the_project() =>
        Archive.Built.Metadata["annotations"]["artifacthub.io/license"].Text.ShouldBe("MIT");

    [Test]
    public void Annotations_that_the_chart_has_stay()
    {
        var chart = _copy.In("chart", "bernstein", "Chart.yaml");
        File.WriteAllText(
            chart,
            File.ReadAllText(chart).Replace("\nannotations:\n", "\nannotations:\n  example.org/own: kept\n", StringComparison.Ordinal)
        );
        var annotations = _copy.Package().Metadata["annotations"];
        (annotations["example.org/own"].Text, annotations["artifacthub.io/license"].Text).ShouldBe(("kept", "MIT"));
    }

    [Test]
    public void A_chart_without_annotations_gets_them()
    {
        var chart = _copy.In("chart", "bernstein", "Chart.yaml");
        File.WriteAllLines(
            chart,
            File.ReadAllLines(chart)
                .Where(line => line != "annotations:" && !line.StartsWith("  artifacthub.io/", StringComparison.Ordinal))
        );
        _copy.Package().Metadata["annotations"]["artifacthub.io/license"].Text.ShouldBe("MIT");
    }

    [Test]
    public void Where_it_is_published_is_named_on_request_with_the_documents_of_its_version()
    {
        var archive = _copy.Package("--source", "https://github.com/OWNER/bernstein");
        archive.Metadata["home"].Text.ShouldBe("https://github.com/OWNER/bernstein");
        archive.Metadata["sources"].Items.Select(item => item.Text).ShouldBe(["https://github.com/OWNER/bernstein"]);
        var links = archive.Annotation("artifacthub.io/links").Select(link => link["url"].Text!).ToArray();
        var start = $"https://github.com/OWNER/bernstein/blob/v{WorkingCopy.Version}/";
        links.ShouldNotBeEmpty();
        links.Where(link => !link.StartsWith(start) || !File.Exists(Project.In(link[start.Length..].Split('/')))).ShouldBeEmpty();
        Archive.Built.Metadata["annotations"].Entries.Select(entry => entry.Key).ShouldNotContain("artifacthub.io/links");
    }

    [TestCase("1.1.0-rc.1", "Added", "prerelease")]
    [TestCase("1.1.0", "Security", "containsSecurityUpdates")]
    [TestCase("1.1.0", "Added", null)]
    public void A_version_before_its_time_and_one_that_is_needed_are_marked(string version, string kind, string? mark)
    {
        var chart = _copy.In("chart", "bernstein", "Chart.yaml");
        File.WriteAllText(
            chart,
            File.ReadAllText(chart).Replace($"\nversion: {WorkingCopy.Version}\n", $"\nversion: {version}\n", StringComparison.Ordinal)
        );
        _copy.Write($"## [{version}] - unreleased\n\n### {kind}\n\n- all\n", "CHANGELOG.md");
        _copy
            .Package()
            .Metadata["annotations"]
            .Entries.Where(entry => entry.Value.Text == "true")
            .Select(entry => entry.Key)
            .ShouldBe(mark is null ? [] : [$"artifacthub.io/{mark}"]);
    }

    // By the documentation of Artifact Hub: what it parses, and the categories that it knows.
    [Test]
    public void Artifact_Hub_takes_its_annotations()
    {
        string[] known = ["category", "changes", "images", "license"];
        var annotations = Archive.Built.Metadata["annotations"].Entries;
        annotations.Select(entry => entry.Key).ShouldBe(known.Select(name => $"artifacthub.io/{name}"), ignoreOrder: true);
        annotations.Single(entry => entry.Key == "artifacthub.io/category").Value.Text.ShouldBe("skip-prediction");
        Archive.Built.Changes.ShouldAllBe(change => change.Description!.Length > 0);
    }

    [Test]
    public void It_says_how_it_is_used() =>
        PackageScript.Run(_copy.Root, "--help").Output.ShouldStartWith("usage: scripts/package [FOLDER]");

    private static IEnumerable<string?> Texts(Node node) => node.Items.Count > 0 ? node.Items.Select(item => item.Text) : [node.Text];
}
