namespace Bernstein.Chart.Tests.Scripts.Package;

/// <summary>The way of the archive through an OCI registry, up to what Helm installs from there.</summary>
[NeedsUnix("the shell")]
[Needs("docker-registry", "git")]
public sealed class RegistryTests : FolderTest
{
    [Test]
    public void What_is_pulled_shown_and_rendered_from_a_registry_is_what_was_pushed()
    {
        using var registry = new LoopbackRegistry();
        registry.Push(Archive.Built.CopyTo(Folder.Path));
        registry.Pull(Directory.CreateDirectory(Folder.In("pulled")).FullName);
        new Archive(Path.Combine(Folder.In("pulled"), Archive.Built.Name)).Bytes.ShouldBe(Archive.Built.Bytes);
        registry.Helm(["show", "chart", .. registry.Chart]).Output.Trim().ShouldBe(Archive.Built.Text("Chart.yaml").Trim());
        var options = new ChartOptions { Values = BernsteinChart.FixedPassword };
        registry
            .Helm(["template", options.Release, .. registry.Chart, .. options.Arguments])
            .Output.ShouldBe(BernsteinChart.Render(options));
    }

    [Test]
    public void Whoever_packages_and_pushes_the_same_chart_gets_the_same_digest()
    {
        using var registry = new LoopbackRegistry();
        var digests = new[] { "one", "two" }
            .Select(name => PackageScript.Of(Project.Root, Folder.In(name)).Run().Output.TrimEnd('\n'))
            .Select(path => registry.Push(path).Error.Split('\n').Single(line => line.StartsWith("Digest: ", StringComparison.Ordinal)))
            .ToArray();
        digests[1].ShouldBe(digests[0]);
    }
}
