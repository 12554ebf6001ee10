namespace Bernstein.Chart.Tests.Cluster.Faults;

/// <summary>A node that is cut off without a word, as by a power cut, until it is told to come back: by the program in $BERNSTEIN_LOSE_NODE.</summary>
internal sealed class LostNode : IDisposable
{
    private readonly string _name;
    private bool _isBack;

    /// <summary>Cuts it off.</summary>
    internal LostNode(ClusterNode node)
    {
        _name = node.Name;
        Run("down");
    }

    /// <summary>The program; null where nobody named one.</summary>
    internal static string? Program => Project.Variable("BERNSTEIN_LOSE_NODE");

    /// <summary>Skips the test where no node can be lost.</summary>
    internal static void RequireProgram()
    {
        if (Program is null)
        {
            Assert.Ignore(
                "no node can be cut off from here: name a program in $BERNSTEIN_LOSE_NODE that is called with «down NODE» and «up NODE»"
            );
        }
    }

    /// <summary>Waits until the cluster has noticed.</summary>
    internal void AwaitNotice() => KubernetesCluster.Until(() => !Find().IsReady, $"the cluster knows that the node {_name} is lost");

    /// <summary>Lets it come back, and waits until the cluster has noticed that.</summary>
    internal void ComeBack()
    {
        if (_isBack)
        {
            return;
        }

        _isBack = true;
        Run("up");
        KubernetesCluster.Until(() => Find().IsReady, $"the node {_name} is back");
    }

    public void Dispose() => ComeBack();

    private ClusterNode Find() => ClusterSession.Cluster!.Nodes.Single(node => node.Name == _name);

    // It is the user's own, and finds whatever the user's machine has.
    private void Run(string how) =>
        new Command(Program!, [how, _name])
        {
            Environment = new Dictionary<string, string> { ["PATH"] = Environment.GetEnvironmentVariable("PATH") ?? "" },
        }.Run();
}
