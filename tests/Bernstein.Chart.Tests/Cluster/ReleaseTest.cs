namespace Bernstein.Chart.Tests.Cluster;

/// <summary>What the tests of an installed release have in common: the defaults of the chart, installed once for all of a fixture.</summary>
public abstract class ReleaseTest : ClusterTest
{
    [OneTimeSetUp]
    public void Install() => Deploy();

    [OneTimeTearDown]
    public void Remove() => Cluster.Clear();

    /// <summary>Installs it.</summary>
    private protected virtual void Deploy() => Cluster.Deploy();

    /// <summary>Lets the container of a component end on its own, and waits until it has.</summary>
    private protected static void EndContainer(string component)
    {
        var pod = Cluster.Pods(component)[0];
        // The first process of the container is the first that shares a cgroup with this one: process 1, or where all of the pod see each
        // other, one with a higher number. Where only its own user may end it, that user does. The connection may end with the container,
        // before the command does.
        Cluster.TryExecute(
            component,
            """
            for id in $(ls /proc | grep '^[0-9]' | sort -n); do
              cmp -s /proc/$id/cgroup /proc/self/cgroup || continue
              kill -INT "$id" || setpriv --reuid="$(awk '/^Uid/ { print $2 }' "/proc/$id/status")" --clear-groups sh -c 'kill -INT "$1"' sh "$id"
              break
            done
            """
        );
        KubernetesCluster.Until(
            () => Cluster.Pods(component).Any(found => found.Uid == pod.Uid && found.Restarts > pod.Restarts),
            $"the container of {component} has ended"
        );
    }
}
