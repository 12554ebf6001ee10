namespace Bernstein.Chart.Tests.Chart;

/// <summary>What the tests of values over a cluster that holds something have in common.</summary>
public abstract class HeldTest
{
    private protected const string Default = """{"apiVersion": "v1", "kind": "Namespace", "metadata": {"name": "default"}}""";

    /// <summary>The mistakes that Helm names before it changes anything; none where it would go on.</summary>
    private protected static IReadOnlyList<string> Mistakes(string values, bool isUpgrade, params string[] objects)
    {
        using var cluster = new StandInCluster([Default, .. objects]);
        var result = cluster.Helm([
            "template",
            "bernstein",
            Project.Chart,
            .. isUpgrade ? new[] { "--is-upgrade" } : [],
            .. new ChartOptions { Values = values }.Arguments,
        ]);
        if (result.ExitCode == 0)
        {
            // What it rendered knows the Secret of the cluster: it has spoken to it.
            result.Output.ShouldContain($"POSTGRES_PASSWORD: {Base64("secret")}");
            return [];
        }

        result.Error.ShouldContain("templates/values/");
        return [.. result.Error.Split('\n').Skip(1).Select(line => line.Trim()).TakeWhile(line => line.Length > 0)];
    }

    /// <summary>An object as a release called bernstein has left it.</summary>
    private protected static string Object(
        string api,
        string kind,
        string name,
        string content,
        string annotations = "",
        string place = "default"
    ) =>
        $$"""
            {"apiVersion": "{{api}}", "kind": "{{kind}}", "metadata": {"name": "{{name}}", "namespace": "{{place}}",
             "labels": {"app.kubernetes.io/managed-by": "Helm"},
             "annotations": {"meta.helm.sh/release-name": "bernstein", "meta.helm.sh/release-namespace": "default"{{annotations}} } }{{content}} }
            """;

    private protected static string Base64(string text) => Convert.ToBase64String(Encoding.UTF8.GetBytes(text));
}
