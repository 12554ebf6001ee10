namespace Bernstein.Kubernetes.PodSecurity;

/// <summary>The controls of the baseline level.</summary>
internal static class BaselineControls
{
    private static readonly string[] Capabilities = (
        "AUDIT_WRITE CHOWN DAC_OVERRIDE FOWNER FSETID KILL MKNOD NET_BIND_SERVICE SETFCAP SETGID SETPCAP SETUID SYS_CHROOT"
    ).Split();

    /// <summary>Kernel parameters of a pod's own, with the version that took them for safe.</summary>
    private static readonly (int Minor, string[] Names)[] Sysctls =
    [
        (0, ["kernel.shm_rmid_forced", "net.ipv4.ip_local_port_range", "net.ipv4.tcp_syncookies", "net.ipv4.ping_group_range"]),
        (0, ["net.ipv4.ip_unprivileged_port_start"]),
        (27, ["net.ipv4.ip_local_reserved_ports"]),
        (29, ["net.ipv4.tcp_keepalive_time", "net.ipv4.tcp_fin_timeout", "net.ipv4.tcp_keepalive_intvl", "net.ipv4.tcp_keepalive_probes"]),
        (32, ["net.ipv4.tcp_rmem", "net.ipv4.tcp_wmem"]),
        (37, ["net.ipv4.tcp_slow_start_after_idle", "net.ipv4.tcp_notsent_lowat"]),
    ];

    private static readonly string[] Handlers = "livenessProbe readinessProbe startupProbe lifecycle.postStart lifecycle.preStop".Split();

    internal static PodSecurityControl[] All { get; } =
    [
        new("HostProcess", "Remove windowsOptions.hostProcess.", pod => IsTrue(pod.All, "securityContext.windowsOptions.hostProcess")),
        new(
            "Host Namespaces",
            "Remove hostNetwork, hostPID and hostIPC.",
            pod => new[] { "hostNetwork", "hostPID", "hostIPC" }.SelectMany(field => IsTrue([pod.Pod], field))
        ),
        new("Privileged Containers", "Remove privileged: true.", pod => IsTrue(pod.Containers, "securityContext.privileged")),
        new(
            "Capabilities",
            "Remove the capabilities that no container gets by itself.",
            pod => Added(pod, Capabilities, "one that containers have by default")
        ),
        new(
            "Volume Types",
            "Mount a persistentVolumeClaim or an emptyDir in place of a folder of the node.",
            pod =>
                from volume in pod.Pod.Node["volumes"].Items.Index()
                where volume.Item["hostPath"].IsSet
                select pod.Pod.Tell($"volumes[{volume.Index}].hostPath", "no folder of the node")
        ),
        new(
            "Host Ports",
            "Remove hostPort; a Service leads to the container.",
            pod =>
                from container in pod.Containers
                from port in container.Node["ports"].Items.Index()
                where port.Item["hostPort"] is { IsSet: true, Number: not 0 }
                select container.Remove($"ports[{port.Index}].hostPort")
        ),
        new(
            "Host Probes / Lifecycle Hooks",
            "Remove the host of probes and lifecycle hooks: without it they ask the pod.",
            pod =>
                from container in pod.Containers
                from handler in Handlers
                from way in new[] { "httpGet", "tcpSocket" }
                let field = $"{handler}.{way}.host"
                where container.Node.At(field).Text is { Length: > 0 }
                select container.Remove(field),
            Since: 34
        ),
        new("AppArmor", "Write appArmorProfile.type: RuntimeDefault, or leave it out.", AppArmor),
        new("SELinux", "Leave the user, the role and the type of seLinuxOptions to the node.", SeLinux),
        new("/proc Mount Type", "Remove procMount.", pod => pod.HasUserNamespace ? [] : ProcMount(pod)),
        new("Seccomp", "Write seccompProfile.type: RuntimeDefault, or leave it out.", Seccomp),
        new(
            "Sysctls",
            "Remove the kernel parameters that are not safe for others on the node.",
            pod =>
                from parameter in pod.Pod.Security["sysctls"].Items.Index()
                where !Sysctls.Any(row => pod.Version.Minor >= row.Minor && row.Names.Contains(parameter.Item["name"].Text))
                select pod.Pod.Tell($"securityContext.sysctls[{parameter.Index}].name", "a safe one, or none")
        ),
    ];

    internal static IEnumerable<PodFault> Added(PodParts pod, string[] allowed, string asked) =>
        from container in pod.Containers
        from name in container.Security.At("capabilities.add").Items.Index()
        where !allowed.Contains(name.Item.Text)
        select container.Remove($"securityContext.capabilities.add[{name.Index}]", asked);

    /// <summary>Where /proc is mounted otherwise than by default.</summary>
    internal static IEnumerable<PodFault> ProcMount(PodParts pod) =>
        from container in pod.Containers
        where container.Security["procMount"] is { IsSet: true, Text: not "Default" }
        select container.Remove("securityContext.procMount", "Default");

    /// <summary>Where a profile is written that is none of the two that are allowed.</summary>
    internal static IEnumerable<PodFault> WrongProfile(PodParts pod, string profile) =>
        from part in pod.All
        where part.Security[profile].IsSet && part.Security[profile]["type"].Text is not ("RuntimeDefault" or "Localhost")
        select part.Set($"securityContext.{profile}.type", "RuntimeDefault");

    private static IEnumerable<PodFault> IsTrue(IEnumerable<PodPart> parts, string field) =>
        parts.Where(part => part.Node.At(field).Boolean == true).Select(part => part.Remove(field));

    private static IEnumerable<PodFault> Seccomp(PodParts pod) =>
        pod.Version >= new Version(1, 19)
            ? WrongProfile(pod, "seccompProfile")
            : Annotated(pod, "seccomp.security.alpha.kubernetes.io/", "runtime/default", "docker/default");

    private static IEnumerable<PodFault> AppArmor(PodParts pod) =>
        WrongProfile(pod, "appArmorProfile")
            .Concat(Annotated(pod, "container.apparmor.security.beta.kubernetes.io/", "", "runtime/default"));

    // Before a profile had a field it had an annotation; that of a container ends with the container's name.
    private static IEnumerable<PodFault> Annotated(PodParts pod, string key, params string[] allowed) =>
        from annotations in new[] { pod.Workload.Template.At("metadata.annotations") }
        from entry in annotations.Entries
        where entry.Key.Contains(key, StringComparison.Ordinal)
        let value = entry.Value.Text ?? ""
        where !allowed.Contains(value) && !value.StartsWith("localhost/", StringComparison.Ordinal)
        select new PodFault(
            $"{pod.Pod.Name}: the annotation {entry.Key} is {entry.Value.Shown}; asked for is runtime/default",
            entry.Value.Location,
            Edit.Set(annotations, Edit.Below("", entry.Key), "runtime/default")
        );

    private static IEnumerable<PodFault> SeLinux(PodParts pod) =>
        from part in pod.All
        let options = part.Security["seLinuxOptions"]
        from field in new[] { "type", "user", "role" }
        where options[field].Text is { Length: > 0 } text && !(field == "type" && IsContainerType(text, pod.Version))
        select part.Remove($"securityContext.seLinuxOptions.{field}");

    private static bool IsContainerType(string type, Version version) =>
        type is "container_t" or "container_init_t" or "container_kvm_t" || (type == "container_engine_t" && version >= new Version(1, 31));
}
