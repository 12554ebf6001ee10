namespace Bernstein.Chart.Tests.Documents;

/// <summary>docs/gitops.md: the chart takes the values in each configuration, and renders what a tool can apply again and again.</summary>
public sealed partial class GitOpsTests
{
    private static readonly string Text = File.ReadAllText(Project.In("docs", "gitops.md"));

    [TestCase("Argo CD", "valuesObject:")]
    [TestCase("Flux", "values:")]
    [TestCase("Terraform", "values = [file(\"${path.module}/values/modern.yaml\"), <<-YAML")]
    public void The_values_of_a_configuration_are_taken(string tool, string key)
    {
        var configuration = Configuration(tool);
        var values = Below(configuration, key);
        values.ShouldContain("existingSecret: votes");
        var options = new ChartOptions { Profile = Profiles().Match(configuration).Groups[1].Value, Values = values };
        BernsteinChart.RenderAfresh(options).Output.ShouldBe(BernsteinChart.Render(options));
        CheckApplicable(BernsteinChart.Manifests(options));
    }

    [Test]
    public void Kustomize_makes_the_same_objects_of_its_configuration()
    {
        var kubectl = Project.In(".tools", "bin", "kubectl");
        if (!File.Exists(kubectl))
        {
            Assert.Ignore("scripts/setup brings kubectl for Linux amd64 only");
        }

        using var folder = new TemporaryFolder();
        folder.Copy(Project.In("chart"));
        folder.Copy(Project.In("values"));
        var configuration = Configuration("Kustomize");
        File.WriteAllText(folder.In("kustomization.yaml"), configuration);
        var output = new Command(kubectl, ["kustomize", "--enable-helm", "--helm-command", HelmTool.OfVersion("3.17.3"), folder.Path])
            .Run()
            .Output;
        var made = new ManifestFolder("kustomize", [FlatFiles.Parse("all.yaml", output)]);
        CheckApplicable(made);
        made.Objects.Select(found => $"{found}")
            .Order(StringComparer.Ordinal)
            .ShouldBe(
                BernsteinChart
                    .Manifests(new ChartOptions { Profile = "modern", Values = Below(configuration, "valuesInline:") })
                    .Objects.Where(found => found.Root.At("metadata.annotations")["helm.sh/hook"].Text != "test")
                    .Select(found => $"{found}")
                    .Order(StringComparer.Ordinal)
            );
        made.Objects.ShouldNotContain(found => found.Root.At("metadata.namespace").Text == "default");
    }

    [Test]
    public void What_Argo_CD_is_told_to_leave_as_it_is_stands_in_the_volume()
    {
        var told = YamlReader
            .Read(
                "gitops.md",
                Fence().Match(Text, Text.IndexOf("**`postgres.volume.hostPath`**", StringComparison.Ordinal)).Groups[1].Value
            )
            .Documents.Single()
            .At("spec.ignoreDifferences[0]");
        var volume = BernsteinChart.Manifests(new ChartOptions { Profile = "specification" }).OfKind(told["kind"].Text!).Single();
        volume.Name.ShouldBe(told["name"].Text);
        volume.Root.At(told.At("jsonPointers[0]").Text![1..].Replace('/', '.')).Entries.ShouldNotBeEmpty();
    }

    // What holds of the objects by themselves: the Secret and the claim are made beside them.
    private static void CheckApplicable(ManifestFolder manifests)
    {
        manifests.Objects.Count.ShouldBeGreaterThan(20);
        manifests.Objects.ShouldNotContain(found => found.Kind == "Secret");
        Kubernetes.ManifestValidator.Validate(manifests, new Version(1, 35)).ShouldBeEmpty();
    }

    private static string Configuration(string tool) =>
        Fence().Match(Text, Text.IndexOf($"\n## {tool}\n", StringComparison.Ordinal)).Groups[1].Value;

    private static string Below(string text, string key)
    {
        static int Indent(string line) => line.Length - line.TrimStart().Length;
        var lines = text.Split('\n');
        var at = Array.FindIndex(lines, line => line.Trim() == key);
        at.ShouldBeGreaterThanOrEqualTo(0, key);
        return string.Join(
            '\n',
            lines.Skip(at + 1).TakeWhile(line => Indent(line) > Indent(lines[at])).Select(line => line[Indent(lines[at + 1])..])
        );
    }

    [GeneratedRegex(@"values/([a-z0-9-]+)\.yaml(?!, \./values)")]
    private static partial Regex Profiles();

    [GeneratedRegex(@"```(?:yaml|hcl)\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex Fence();
}
