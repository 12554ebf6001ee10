using Bernstein.Chart.Tests.Harness;
using NUnit.Framework;
using Shouldly;

namespace Bernstein.Chart.Tests.Scripts.Package;

/// <summary>scripts/release: what the workflow of a tag calls.</summary>
public sealed class ReleaseTests
{
    [Test]
    public void The_chart_of_a_tag_is_pushed_and_its_signature_with_it()
    {
        using var registry = new LoopbackRegistry();
        using var key = new ThrowAwayKey("Release");
        using var folder = new TemporaryFolder();
        var result = Release(registry.Charts, key, $"v{WorkingCopy.Version}");
        result.ExitCode.ShouldBe(0, result.Error);

        string[] pull = ["pull", $"{registry.Charts}/bernstein", "--version", WorkingCopy.Version, "--destination", folder.Path];
        HelmTool.TryRun(null, [.. pull, "--verify", "--keyring", key.PublicKeys, .. registry.Options]).ExitCode.ShouldBe(0);
        File.Exists(folder.In($"bernstein-{WorkingCopy.Version}.tgz")).ShouldBeTrue();
    }

    [Test]
    public void A_tag_of_another_version_stops_it()
    {
        using var key = new ThrowAwayKey("Release");
        var result = Release("oci://127.0.0.1:1/charts", key, "v0.0.1");
        (result.ExitCode, result.Error).ShouldBe(
            (
                2,
                $"release: the tag is v0.0.1 and the chart says {WorkingCopy.Version}: tag v{WorkingCopy.Version}, or mend chart/bernstein/Chart.yaml\n"
            )
        );
    }

    [Test]
    public void Without_a_key_nothing_is_released() =>
        new Command(Project.In("scripts", "release"), ["--registry", "oci://127.0.0.1:1/charts"])
        {
            Environment = new Dictionary<string, string> { ["SIGNING_KEY"] = "", ["SIGNING_KEYRING"] = "" },
        }
            .TryRun()
            .ShouldSatisfyAllConditions(result => result.ExitCode.ShouldBe(2), result => result.Error.ShouldContain("set SIGNING_KEY"));

    private static CommandResult Release(string registry, ThrowAwayKey key, string tag) =>
        new Command(Project.In("scripts", "release"), ["--registry", registry, "--plain-http"])
        {
            Environment = new Dictionary<string, string>
            {
                ["HELM"] = Needs.Helm(),
                ["SIGNING_KEY"] = key.Name,
                ["SIGNING_KEYRING"] = Convert.ToBase64String(File.ReadAllBytes(key.SecretKeys)),
                ["GITHUB_REF_NAME"] = tag,
                ["GITHUB_TOKEN"] = "",
            },
        }.TryRun();
}
