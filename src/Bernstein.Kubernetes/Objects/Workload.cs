namespace Bernstein.Kubernetes.Objects;

/// <summary>An object that makes pods: a Deployment, a DaemonSet, a Job and their like.</summary>
/// <param name="Manifest">The object itself.</param>
public sealed record Workload(KubernetesObject Manifest)
{
    /// <summary>The pod template; of a Pod, the Pod itself.</summary>
    public Node Template =>
        Manifest.Kind switch
        {
            "Pod" => Manifest.Root,
            "CronJob" => Manifest.Root.At("spec.jobTemplate.spec.template"),
            _ => Manifest.Root.At("spec.template"),
        };

    /// <summary>The specification of its pods.</summary>
    public Node Pod => Template["spec"];

    /// <summary>The first container, which is the one that strict requirements judge. An init container never counts.</summary>
    public Node Container => Pod["containers"][0];

    /// <summary>The name of its pods' ServiceAccount; not set where none is written, which means <c>default</c>.</summary>
    public Node Account => Pod["serviceAccountName"].IsSet ? Pod["serviceAccountName"] : Pod["serviceAccount"];

    /// <summary>The labels of its pods.</summary>
    public Node Labels => Template.At("metadata.labels");

    /// <summary>Every container, init containers among them.</summary>
    public IEnumerable<Node> Containers => [.. Pod["initContainers"].Items, .. Pod["containers"].Items];

    /// <summary>The workload that an object is; null for an object that makes no pods.</summary>
    public static Workload? Of(KubernetesObject found) =>
        found.Kind is "Deployment" or "DaemonSet" or "StatefulSet" or "ReplicaSet" or "ReplicationController" or "Job" or "CronJob" or "Pod"
            ? new Workload(found)
            : null;
}
