namespace Bernstein.Chart.Tests.Chart;

/// <summary>The scripts and the configuration that pods are given, as far as a rendering shows them. What they do: Databases.</summary>
public sealed class ScriptTests
{
    [Test]
    public void The_configuration_of_HAProxy_is_the_file() =>
        BernsteinChart
            .Manifests("guards: {enabled: true}\nredis: {volume: {enabled: true}}\n")
            .In("guards.configmap.yaml")
            .Single()
            .Root.At("data")["haproxy.cfg"]
            .Text.ShouldBe(File.ReadAllText(Path.Combine(Project.Chart, "files", "haproxy.cfg")));

    [TestCaseSource(typeof(Profile), nameof(Profile.All))]
    [NeedsUnix("the shell")]
    public void Every_script_in_a_pod_is_one_that_its_shell_can_read(Profile profile)
    {
        var scripts = Scripts(profile).ToArray();
        scripts.ShouldNotBeEmpty();
        scripts
            .Select(script => new Command(script.Shell, ["-n", "-c", script.Text]).TryRun())
            .Where(result => result.ExitCode != 0)
            .Select(result => $"{result.Line}\n{result.Error}")
            .ShouldBeEmpty();
        // Of two dollars in a command or an argument Kubernetes makes one: a script would not be what it was.
        scripts.ShouldAllBe(script => !script.Text.Contains("$$"));
    }

    // Of containers, probes and hooks: a shell, options that end with c, and the script, whether it stands in command or in args.
    private static IEnumerable<(string Shell, string Text)> Scripts(Profile profile) =>
        from workload in BernsteinChart.Manifests(profile.Options).Workloads()
        from container in workload.Containers
        from items in new[] { "startupProbe", "readinessProbe", "livenessProbe", "lifecycle.preStop" }
            .Select(of => container.At($"{of}.exec.command").Items)
            .Append([.. container["command"].Items, .. container["args"].Items])
        let words = items.Select(item => item.Text!).ToArray()
        let shell = Array.FindIndex(words, word => word is "sh" or "bash")
        where shell >= 0 && words.Length > shell + 2
        select (words[shell], words[shell + 2]);
}
