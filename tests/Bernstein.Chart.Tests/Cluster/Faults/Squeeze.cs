namespace Bernstein.Chart.Tests.Cluster.Faults;

/// <summary>Holds a pod to a part of a processor, by the cgroup that its node keeps for it: no limit that Kubernetes knows of changes.</summary>
internal static class Squeeze
{
    /// <summary>Does so several times in a row, with five seconds between, and waits for the end.</summary>
    internal static void Hold(KubernetesCluster cluster, Pod pod, int percent, int seconds, int times)
    {
        using var folder = new TemporaryFolder();
        var manifest = File.ReadAllText(Project.In("tests", "Bernstein.Chart.Tests", "Cluster", "Faults", "squeeze.yaml"))
            .Replace("NAMESPACE", pod.Namespace)
            .Replace("NODE", pod.Node)
            .Replace("IMAGE", pod.Image)
            .Replace("UID", pod.Uid)
            .Replace("PERCENT", $"{percent}")
            .Replace("SECONDS", $"{seconds}")
            .Replace("TIMES", $"{times}");
        var created = cluster.TryKubectl("create", "--filename", folder.Write("pod.yaml", manifest));
        if (created.ExitCode != 0)
        {
            Assert.Ignore($"no pod can be held back on this cluster, which allows no privileged ones: {created.Error}");
        }

        try
        {
            string Phase() =>
                cluster.Kubectl("get", "pod", "squeeze", "--namespace", pod.Namespace, "--output", "jsonpath={.status.phase}");
            KubernetesCluster.Until(() => Phase() is "Succeeded" or "Failed", "the processor is given back");
            if (Phase() != "Succeeded")
            {
                throw new InvalidOperationException(cluster.Kubectl("logs", "squeeze", "--namespace", pod.Namespace));
            }
        }
        finally
        {
            cluster.Kubectl("delete", "pod", "squeeze", "--namespace", pod.Namespace);
        }
    }
}
