namespace Bernstein.Kubernetes.PodSecurity;

/// <summary>The controls of the restricted level.</summary>
internal static class RestrictedControls
{
    private static readonly string[] VolumeTypes =
    [
        "configMap",
        "csi",
        "downwardAPI",
        "emptyDir",
        "ephemeral",
        "image",
        "persistentVolumeClaim",
        "projected",
        "secret",
    ];

    /// <summary>All of them, in the order of the standards.</summary>
    internal static IReadOnlyList<PodSecurityControl> All { get; } =
    [
        Of(
            "Volume Types",
            new(1, 0),
            "Mount a persistentVolumeClaim or an emptyDir in place of a volume that binds the pod to a node or a vendor.",
            pod =>
                from volume in pod.Pod.Node["volumes"].Items.Index()
                // A volume without a source is an emptyDir.
                let type = volume.Item.Entries.FirstOrDefault(entry => entry.Key != "name" && entry.Value.IsSet).Key
                where type is not null && !VolumeTypes.Contains(type)
                select pod.Pod.Tell($"volumes[{volume.Index}].{type}", $"one of {string.Join(", ", VolumeTypes)}")
        ),
        Of("/proc Mount Type", new(1, 35), "Remove procMount.", BaselineControls.ProcMount),
        Of(
            "Privilege Escalation",
            new(1, 8),
            "Write allowPrivilegeEscalation: false in the securityContext of each container.",
            pod =>
                pod.IsForWindows
                    ? []
                    : pod
                        .Containers.Where(container => container.Security["allowPrivilegeEscalation"].Boolean != false)
                        .Select(container => container.Set("securityContext.allowPrivilegeEscalation", "false"))
        ),
        Of(
            "Running as Non-root",
            new(1, 0),
            "Write securityContext: {runAsNonRoot: true} for the pod, and a runAsUser that is not 0 where the image names no other user than root.",
            pod => pod.HasUserNamespace ? [] : NotNonRoot(pod)
        ),
        Of(
            "Running as Non-root user",
            new(1, 23),
            "Write a runAsUser that is not 0, or remove it where the image names its user.",
            pod =>
                pod.HasUserNamespace
                    ? []
                    : pod
                        .All.Where(part => part.Security["runAsUser"].Number == 0)
                        .Select(part => part.Tell("securityContext.runAsUser", "a number that is not 0"))
        ),
        Of("Seccomp", new(1, 19), "Write securityContext: {seccompProfile: {type: RuntimeDefault}} for the pod.", Seccomp),
        Of(
            "Capabilities",
            new(1, 22),
            "Write capabilities: {drop: [ALL]} in the securityContext of each container, and add nothing but NET_BIND_SERVICE. Who is not root has port 80 by the sysctl net.ipv4.ip_unprivileged_port_start: \"0\" of the pod.",
            pod => pod.IsForWindows ? [] : Capabilities(pod)
        ),
    ];

    // A container's own answer counts before that of its pod.
    private static IEnumerable<PodFault> NotNonRoot(PodParts pod) =>
        pod
            .All.Where(part => part.Security["runAsNonRoot"].Boolean == false)
            .Select(part => part.Tell("securityContext.runAsNonRoot", "true"))
            .Concat(
                pod.Pod.Security["runAsNonRoot"].Boolean == true
                    ? []
                    : pod
                        .Containers.Where(container => !container.Security["runAsNonRoot"].IsSet)
                        .Select(container => container.Tell("securityContext.runAsNonRoot", "true, here or for the pod"))
            );

    private static IEnumerable<PodFault> Seccomp(PodParts pod)
    {
        var ofPod = pod.Pod.Security["seccompProfile"];
        var missing = pod.IsForWindows || ofPod.IsSet ? [] : pod.Containers.Where(container => !container.Security["seccompProfile"].IsSet);
        var forAll = pod.Pod.Set("securityContext.seccompProfile.type", "RuntimeDefault").Edits;
        return (pod.IsForWindows ? [] : BaselineControls.WrongSeccomp(pod)).Concat(
            missing.Select(container =>
                container.Tell("securityContext.seccompProfile.type", "RuntimeDefault, here or for the pod") with
                {
                    Edits = forAll,
                }
            )
        );
    }

    private static IEnumerable<PodFault> Capabilities(PodParts pod) =>
        pod
            .Containers.Where(container => !container.Security.At("capabilities.drop").Items.Any(name => name.Text == "ALL"))
            .Select(container => container.Tell("securityContext.capabilities.drop", "[ALL]"))
            .Concat(BaselineControls.Added(pod, name => name == "NET_BIND_SERVICE", "only NET_BIND_SERVICE"));

    private static PodSecurityControl Of(string name, Version since, string mend, Func<PodParts, IEnumerable<PodFault>> faults) =>
        new(name, PodSecurityLevel.Restricted, since, mend, faults);
}
