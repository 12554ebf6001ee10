namespace Bernstein.Kubernetes.PodSecurity;

/// <summary>The controls of the restricted level.</summary>
internal static class RestrictedControls
{
    private static readonly string[] VolumeTypes =
        "configMap csi downwardAPI emptyDir ephemeral image persistentVolumeClaim projected secret".Split();

    internal static PodSecurityControl[] All { get; } =
    [
        new(
            "Volume Types",
            "Mount a persistentVolumeClaim or an emptyDir in place of a volume that binds the pod to a node or a vendor.",
            pod =>
                from volume in pod.Pod.Node["volumes"].Items.Index()
                // A volume without a source is an emptyDir.
                let type = volume.Item.Entries.FirstOrDefault(entry => entry.Key != "name" && entry.Value.IsSet).Key
                where type is not null && !VolumeTypes.Contains(type)
                select pod.Pod.Tell($"volumes[{volume.Index}].{type}", $"one of {string.Join(", ", VolumeTypes)}")
        ),
        new("/proc Mount Type", "Remove procMount.", BaselineControls.ProcMount, Since: 35),
        new(
            "Privilege Escalation",
            "Write allowPrivilegeEscalation: false in the securityContext of each container.",
            pod =>
                from container in pod.Containers
                where !pod.IsForWindows && container.Security["allowPrivilegeEscalation"].Boolean != false
                select container.Set("securityContext.allowPrivilegeEscalation", "false"),
            Since: 8
        ),
        new(
            "Running as Non-root",
            "Write securityContext: {runAsNonRoot: true} for the pod, and a runAsUser that is not 0 where the image names no other user than root.",
            NotNonRoot
        ),
        new(
            "Running as Non-root user",
            "Write a runAsUser that is not 0, or remove it where the image names its user.",
            pod =>
                from part in pod.All
                where !pod.HasUserNamespace && part.Security["runAsUser"].Number == 0
                select part.Tell("securityContext.runAsUser", "a number that is not 0"),
            Since: 23
        ),
        new("Seccomp", "Write securityContext: {seccompProfile: {type: RuntimeDefault}} for the pod.", Seccomp, Since: 19),
        new(
            "Capabilities",
            "Write capabilities: {drop: [ALL]} in the securityContext of each container, and add nothing but NET_BIND_SERVICE. Who is not root has port 80 by the sysctl net.ipv4.ip_unprivileged_port_start: \"0\" of the pod.",
            Capabilities,
            Since: 22
        ),
    ];

    // A container's own answer counts before that of its pod.
    private static IEnumerable<PodFault> NotNonRoot(PodParts pod)
    {
        var wrong =
            from part in pod.All
            where part.Security["runAsNonRoot"].Boolean == false
            select part.Tell("securityContext.runAsNonRoot", "true");
        var missing =
            from container in pod.Containers
            where pod.Pod.Security["runAsNonRoot"].Boolean != true && !container.Security["runAsNonRoot"].IsSet
            select container.Tell("securityContext.runAsNonRoot", "true, here or for the pod");
        return pod.HasUserNamespace ? [] : wrong.Concat(missing);
    }

    private static IEnumerable<PodFault> Seccomp(PodParts pod)
    {
        var ofPod = pod.Pod.Security["seccompProfile"];
        var forAll = pod.Pod.Set("securityContext.seccompProfile.type", "RuntimeDefault").Edits;
        var missing =
            from container in pod.Containers
            where !ofPod.IsSet && !container.Security["seccompProfile"].IsSet
            select container.Tell("securityContext.seccompProfile.type", "RuntimeDefault, here or for the pod") with
            {
                Edits = forAll,
            };
        return pod.IsForWindows ? [] : BaselineControls.WrongProfile(pod, "seccompProfile").Concat(missing);
    }

    private static IEnumerable<PodFault> Capabilities(PodParts pod)
    {
        var kept =
            from container in pod.Containers
            where !container.Security.At("capabilities.drop").Items.Any(name => name.Text == "ALL")
            select container.Tell("securityContext.capabilities.drop", "[ALL]");
        return pod.IsForWindows ? [] : kept.Concat(BaselineControls.Added(pod, ["NET_BIND_SERVICE"], "only NET_BIND_SERVICE"));
    }
}
