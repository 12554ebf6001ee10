using System.Net.Sockets;

namespace Bernstein.Chart.Tests.Scripts.Package;

/// <summary>The way of the archive through an OCI registry, up to what Helm installs from there.</summary>
[NeedsUnix("the shell")]
[Needs("docker-registry", "git")]
public sealed class RegistryTests
{
    private readonly TemporaryFolder _folder = new();

    [TearDown]
    public void Remove() => _folder.Dispose();

    [Test]
    public void What_is_pulled_shown_and_rendered_from_a_registry_is_what_was_pushed()
    {
        using var registry = new LoopbackRegistry();
        var chart = $"{registry.Charts}/bernstein";
        Helm(registry, "push", Archive.Built.CopyTo(_folder.Path), registry.Charts);

        Helm(
            registry,
            "pull",
            chart,
            "--version",
            WorkingCopy.Version,
            "--destination",
            Directory.CreateDirectory(_folder.In("pulled")).FullName
        );
        new Archive(Path.Combine(_folder.In("pulled"), Archive.Built.Name)).Bytes.ShouldBe(Archive.Built.Bytes);

        Helm(registry, "show", "chart", chart, "--version", WorkingCopy.Version)
            .Output.Trim()
            .ShouldBe(Archive.Built.Text("Chart.yaml").Trim());

        var options = new ChartOptions { Values = BernsteinChart.FixedPassword };
        Helm(registry, ["template", options.Release, chart, "--version", WorkingCopy.Version, .. options.Arguments])
            .Output.ShouldBe(BernsteinChart.Render(options));
    }

    [Test]
    [Needs("gpg", "gpgconf")]
    public void The_signature_goes_with_the_archive()
    {
        using var key = new ThrowAwayKey("Throw Away");
        using var registry = new LoopbackRegistry();
        PackageScript.Run(Project.Root, _folder.Path, "--sign", key.Name, "--keyring", key.SecretKeys);
        Helm(registry, "push", _folder.In(Archive.Built.Name), registry.Charts);
        Helm(
            registry,
            "pull",
            $"{registry.Charts}/bernstein",
            "--version",
            WorkingCopy.Version,
            "--verify",
            "--keyring",
            key.PublicKeys,
            "--destination",
            Directory.CreateDirectory(_folder.In("pulled")).FullName
        )
            .Output.ShouldContain("Signed by: Throw Away\n");
    }

    [Test]
    public void Whoever_packages_and_pushes_the_same_chart_gets_the_same_digest()
    {
        using var registry = new LoopbackRegistry();
        string[] folders = [_folder.In("one"), _folder.In("two")];
        var digests = folders
            .Select(folder =>
            {
                PackageScript.Run(Project.Root, folder);
                return Helm(registry, "push", Path.Combine(folder, Archive.Built.Name), registry.Charts)
                    .Error.Split('\n')
                    .Single(line => line.StartsWith("Digest: "));
            })
            .ToArray();
        digests[1].ShouldBe(digests[0]);
    }

    [Test]
    public void A_registry_ends_with_its_test()
    {
        int port;
        using (var registry = new LoopbackRegistry())
        {
            port = registry.Port;
            IsOpen(port).ShouldBeTrue();
        }

        IsOpen(port).ShouldBeFalse();
    }

    private static CommandResult Helm(LoopbackRegistry registry, params IReadOnlyList<string> arguments)
    {
        var result = HelmTool.TryRun(null, [.. arguments, .. registry.Options]);
        result.ExitCode.ShouldBe(0, $"{result.Line}\n{result.Error}");
        return result;
    }

    private static bool IsOpen(int port)
    {
        using var client = new TcpClient();
        try
        {
            client.Connect(System.Net.IPAddress.Loopback, port);
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}
