using Bernstein.Chart.Tests.Chart;

namespace Bernstein.Chart.Tests.Cluster;

/// <summary>What the network of the cluster lets through, asked by pods that have the labels of the release and do nothing else.</summary>
public sealed class NetworkPolicyOnAClusterTests : ReleaseTest
{
    private const string Mark = "bernstein.example/asks";

    // Nothing may leave it, and so tells whether anybody enforces policies here.
    private const string Silent = "silent";

    private static readonly (string Name, int Port)[] Targets = [("poll", 80), ("postgres", 5432), ("redis", 6379), ("result", 80)];

    /// <summary>Whose labels a pod has, and where it is.</summary>
    private static readonly (string Name, string Namespace)[] Askers =
    [
        ("traefik", "kube-public"),
        ("poll", "default"),
        ("worker", "default"),
        ("result", "default"),
        ("votes-table", "default"),
        ("postgres", "default"),
        ("stranger", "default"),
    ];

    private protected override void Deploy() => Cluster.Deploy("networkPolicy: {enabled: true}");

    [Test]
    public void Pods_reach_what_the_arrows_lead_to_and_nothing_else()
    {
        var image = Cluster.Pods("postgres").Single().Image;
        using var folder = new TemporaryFolder();
        var pods = Askers.Prepend((Silent, "default")).Select(asker => Pod(asker.Item1, asker.Item2, image));
        folder.Write("pods.yaml", string.Join("---\n", pods));
        folder.Copy(Project.In("tests", "Bernstein.Chart.Tests", "Cluster", "silent.yaml"));
        try
        {
            Cluster.Kubectl("apply", "--filename", folder.Path);
            RequireEnforcement();
            foreach (var (name, space) in Askers)
            {
                KubernetesCluster.Until(
                    () => Reached(name, space, Services).SequenceEqual(Allowed(name)),
                    $"of {string.Join(", ", Services)} a pod with the labels of {name} reaches {string.Join(", ", Allowed(name).DefaultIfEmpty("nothing"))}"
                );
            }

            // What is not set up yet is closed too: now everything is.
            Askers.Where(asker => !Reached(asker.Name, asker.Namespace, Services).SequenceEqual(Allowed(asker.Name))).ShouldBeEmpty();
        }
        finally
        {
            foreach (var space in new[] { "default", "kube-public" })
            {
                Cluster.Kubectl("delete", "pod,networkpolicy", "--selector", Mark, "--namespace", space, "--grace-period", "1");
            }
        }
    }

    private static string[] Services => [.. Targets.Select(Service)];

    private static string[] Allowed(string name) =>
        [.. Targets.Where(target => NetworkPolicyTests.Architecture.Contains($"{name} → {target.Name} {target.Port}")).Select(Service)];

    private static string Service((string Name, int Port) target) => $"{target.Name}.default:{target.Port}";

    private static void RequireEnforcement()
    {
        const string ApiServer = "kubernetes.default:443";
        KubernetesCluster.Until(
            () => Reached("stranger", "default", [ApiServer]).Count == 1,
            "a pod without a policy reaches the API server"
        );
        // A plugin takes some seconds to learn of a pod.
        for (var attempt = 0; attempt < 20; attempt++)
        {
            if (Reached(Silent, "default", [ApiServer]).Count == 0)
            {
                return;
            }

            Thread.Sleep(1000);
        }

        Assert.Ignore("the network of this cluster enforces no policies: a pod that nothing may leave reaches the API server");
    }

    private static IReadOnlyList<string> Reached(string name, string space, IReadOnlyList<string> targets) =>
        Cluster
            .Kubectl([
                .. $"exec asks-as-{name} --namespace {space} -- bash -c".Split(' '),
                """for target; do timeout 3 bash -c 'exec 3<>/dev/tcp/${0%:*}/${0#*:}' "$target" 2>/dev/null && echo "$target"; done; true""",
                "bash",
                .. targets,
            ])
            .Split('\n', StringSplitOptions.RemoveEmptyEntries);

    private static string Pod(string name, string space, string image) =>
        File.ReadAllText(Project.In("tests", "Bernstein.Chart.Tests", "Cluster", "asks.yaml"))
            .Replace("NAMESPACE", space)
            .Replace("NAME", name)
            .Replace("NODE", Cluster.Workers[0].Name)
            .Replace("IMAGE", image);
}
