namespace Bernstein.Chart.Tests.Chart;

/// <summary>
/// Values that would lose sight of what the cluster holds stop Helm before anything changes, with the way that keeps it: the cases in Kept. Each
/// names the objects, the values, and every mistake that is told; or what the output has and lacks.
/// </summary>
public sealed class KeptVotesTests
{
    public static IEnumerable<TestCaseData> Cases => CaseFile.In("Bernstein.Chart.Tests", "Chart", "Kept");

    [TestCaseSource(nameof(Cases))]
    public void What_the_cluster_holds_is_not_lost_sight_of(Node asked)
    {
        using var cluster = new StandInCluster(asked["holds"].Items);
        foreach (var values in asked["values"].Texts())
        {
            var result = asked["notes"].IsSet
                ? cluster.Helm("install", "bernstein", values)
                : cluster.Helm("template", "bernstein", values, asked["installs"].IsSet ? [] : ["--is-upgrade"]);
            Mistakes(result).ShouldBe(asked["mistakes"].Texts(), values);
            asked["has"].Texts().ShouldAllBe(text => result.Output.Contains(text));
            asked["lacks"].Texts().ShouldAllBe(text => !result.Output.Contains(text));
            if (result.ExitCode == 0 && !asked["notes"].IsSet)
            {
                // What it rendered knows the Secret of the cluster: it has spoken to it.
                result.Output.ShouldContain("POSTGRES_PASSWORD: c2VjcmV0");
            }
        }
    }

    [Test]
    public void Who_may_read_a_few_namespaces_alone_can_install_and_upgrade_a_Traefik_that_reads_no_more([Values] bool isUpgrade)
    {
        var held = CaseFile.Read(Project.In("tests", "Bernstein.Chart.Tests", "Chart", "Kept", "Votes.yaml"))["objects"];
        var objects = new[] { "claim", "secret", "deployment", "account" }.Where(_ => isUpgrade).Select(name => held[name]);
        using var cluster = new StandInCluster([.. objects]) { RefusesTheWholeCluster = true };
        string[] options = isUpgrade ? ["--is-upgrade"] : [];
        var rendered = cluster.Helm("template", "bernstein", "traefik: {clusterWide: false}", options);
        rendered.ExitCode.ShouldBe(0, rendered.Error);
        // What it refuses is refused: somebody who asks for the whole cluster is told so.
        cluster.Helm("template", "bernstein", "traefik: {namespace: elsewhere}", options).Error.ShouldContain("Forbidden");
    }

    private static string[] Mistakes(CommandResult result)
    {
        if (result.ExitCode == 0)
        {
            return [];
        }

        result.Error.ShouldContain("templates/values/");
        return [.. result.Error.Split('\n').Skip(1).Select(line => line.Trim()).TakeWhile(line => line.Length > 0)];
    }
}
