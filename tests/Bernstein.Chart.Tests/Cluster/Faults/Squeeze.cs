namespace Bernstein.Chart.Tests.Cluster.Faults;

/// <summary>Holds a pod to a part of a processor, by the cgroup that its node keeps for it: no limit that Kubernetes knows of changes.</summary>
internal static class Squeeze
{
    // cpu.cfs_quota_us is of cgroup v1 (microseconds in each tenth of a second), cpu.max of v2.
    private const string Script = """
        folders=$(find /cgroup -type d \( -name "pod$1" -o -name "*-pod$(echo "$1" | tr - _).slice" \))
        limits=$(for folder in $folders; do for file in cpu.cfs_quota_us cpu.max; do
          [ ! -f "$folder/$file" ] || echo "$folder/$file"
        done; done)
        [ -n "$limits" ] || { echo "no cgroup of the pod $1 is found"; exit 1; }
        each() { for limit in $limits; do "$@" "$limit"; done; }
        keep() { cat "$1" >"/tmp/$(echo "$1" | tr / _)"; }
        hold() { case $1 in *max) echo "$quota 100000" ;; *) echo "$quota" ;; esac >"$1"; }
        release() { cat "/tmp/$(echo "$1" | tr / _)" >"$1"; }
        quota=$(($2 * 1000))
        each keep
        trap 'each release' EXIT
        for turn in $(seq "$4"); do
          each hold && sleep "$3" && each release && sleep 5 || exit 1
        done
        """;

    /// <summary>Does so several times in a row, with five seconds between, and waits for the end.</summary>
    /// <param name="cluster">Where.</param>
    /// <param name="pod">Which.</param>
    /// <param name="percent">How much of one processor it may use.</param>
    /// <param name="seconds">How long.</param>
    /// <param name="times">How often.</param>
    internal static void Hold(KubernetesCluster cluster, Pod pod, int percent, int seconds, int times)
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(
            folder.In("pod.yaml"),
            $$"""
            apiVersion: v1
            kind: Pod
            metadata:
              name: squeeze
              namespace: {{pod.Namespace}}
              labels:
                app.kubernetes.io/instance: bernstein
            spec:
              restartPolicy: Never
              nodeName: {{pod.Node}}
              automountServiceAccountToken: false
              containers:
              - name: squeeze
                image: {{pod.Image}}
                command: [sh, -c]
                args:
                - |
                  {{Script.ReplaceLineEndings("\n          ")}}
                - sh
                - "{{pod.Uid}}"
                - "{{percent}}"
                - "{{seconds}}"
                - "{{times}}"
                securityContext:
                  privileged: true
                volumeMounts:
                - name: cgroup
                  mountPath: /cgroup
              volumes:
              - name: cgroup
                hostPath:
                  path: /sys/fs/cgroup
                  type: Directory
            """
        );
        var created = cluster.TryKubectl("create", "--filename", folder.In("pod.yaml"));
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
