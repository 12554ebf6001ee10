namespace Bernstein.Chart.Tests.Scripts.Package;

/// <summary>What scripts/package writes into Chart.yaml for Artifact Hub.</summary>
public sealed class AnnotationTests : WorkingCopyTest
{
    [Test]
    public void It_says_of_the_chart_what_the_folder_says_and_adds_annotations_that_Artifact_Hub_takes()
    {
        // By the documentation of Artifact Hub: what it parses, and the categories that it knows.
        string[] known = ["category", "changes", "images", "license"];
        var folder = YamlReader.Read("Chart.yaml", File.ReadAllText(Path.Combine(Project.Chart, "Chart.yaml"))).Documents.Single();
        var archive = Archive.Built.Metadata;
        Texts(archive).Order().ShouldBe(Texts(folder).Order());
        archive["annotations"]
            .Entries.Select(entry => entry.Key)
            .ShouldBe(known.Select(name => $"artifacthub.io/{name}"), ignoreOrder: true);
        archive["annotations"]["artifacthub.io/category"].Text.ShouldBe("skip-prediction");
        archive["annotations"]["artifacthub.io/license"].Text.ShouldBe("MIT");
        Archive.Built.Changes.ShouldNotBeEmpty();

        static IEnumerable<string> Texts(Node chart) =>
            Chart.SchemaTests.Leaves(chart, "").Where(leaf => !leaf.StartsWith(".annotations", StringComparison.Ordinal));
    }

    [Test]
    public void An_entry_arrives_whole_whatever_is_written_in_it()
    {
        Copy.WriteSection(
            "2020-02-29",
            File.ReadAllText(Project.In("tests", "Bernstein.Chart.Tests", "Scripts", "Package", "changelog.txt"))
        );
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
                .Select(container => container["image"].Text!)
                .Distinct()
                .Select(image => (image.Split('/')[^1].Split(':')[0], image)),
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
