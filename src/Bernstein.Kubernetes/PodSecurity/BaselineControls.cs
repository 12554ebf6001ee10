namespace Bernstein.Kubernetes.PodSecurity;

/// <summary>The controls of the baseline level.</summary>
internal static class BaselineControls
{
    private static readonly Version Always = new(1, 0);

    private static readonly HashSet<string> Capabilities =
    [
        "AUDIT_WRITE",
        "CHOWN",
        "DAC_OVERRIDE",
        "FOWNER",
        "FSETID",
        "KILL",
        "MKNOD",
        "NET_BIND_SERVICE",
        "SETFCAP",
        "SETGID",
        "SETPCAP",
        "SETUID",
        "SYS_CHROOT",
    ];

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

    private static readonly string[] Handlers =
    [
        "livenessProbe",
        "readinessProbe",
        "startupProbe",
        "lifecycle.postStart",
        "lifecycle.preStop",
    ];

    /// <summary>All of them, in the order of the standards.</summary>
    internal static IReadOnlyList<PodSecurityControl> All { get; } =
    [
        Of(
            "HostProcess",
            Always,
            "Remove windowsOptions.hostProcess.",
            pod =>
                pod.All.Where(part => part.Security.At("windowsOptions.hostProcess").Boolean == true)
                    .Select(part => part.Remove("securityContext.windowsOptions.hostProcess"))
        ),
        Of(
            "Host Namespaces",
            Always,
            "Remove hostNetwork, hostPID and hostIPC.",
            pod =>
                new[] { "hostNetwork", "hostPID", "hostIPC" }
                    .Where(field => pod.Pod.Node[field].Boolean == true)
                    .Select(field => pod.Pod.Remove(field))
        ),
        Of(
            "Privileged Containers",
            Always,
            "Remove privileged: true.",
            pod =>
                pod.Containers.Where(container => container.Security["privileged"].Boolean == true)
                    .Select(container => container.Remove("securityContext.privileged"))
        ),
        Of(
            "Capabilities",
            Always,
            "Remove the capabilities that no container gets by itself.",
            pod => Added(pod, name => Capabilities.Contains(name), "one that containers have by default")
        ),
        Of(
            "Volume Types",
            Always,
            "Mount a persistentVolumeClaim or an emptyDir in place of a folder of the node.",
            pod =>
                from volume in pod.Pod.Node["volumes"].Items.Index()
                where volume.Item["hostPath"].IsSet
                select pod.Pod.Tell($"volumes[{volume.Index}].hostPath", "no folder of the node")
        ),
        Of(
            "Host Ports",
            Always,
            "Remove hostPort; a Service leads to the container.",
            pod =>
                from container in pod.Containers
                from port in container.Node["ports"].Items.Index()
                where port.Item["hostPort"] is { IsSet: true, Number: not 0 }
                select container.Remove($"ports[{port.Index}].hostPort")
        ),
        Of(
            "Host Probes / Lifecycle Hooks",
            new(1, 34),
            "Remove the host of probes and lifecycle hooks: without it they ask the pod.",
            pod =>
                from container in pod.Containers
                from handler in Handlers
                from way in new[] { "httpGet", "tcpSocket" }
                let field = $"{handler}.{way}.host"
                where container.Node.At(field).Text is { Length: > 0 }
                select container.Remove(field)
        ),
        Of("AppArmor", Always, "Write appArmorProfile.type: RuntimeDefault, or leave it out.", AppArmor),
        Of("SELinux", Always, "Leave the user, the role and the type of seLinuxOptions to the node.", SeLinux),
        Of("/proc Mount Type", Always, "Remove procMount.", pod => pod.HasUserNamespace ? [] : ProcMount(pod)),
        Of("Seccomp", Always, "Write seccompProfile.type: RuntimeDefault, or leave it out.", Seccomp),
        Of(
            "Sysctls",
            Always,
            "Remove the kernel parameters that are not safe for others on the node.",
            pod =>
                from parameter in pod.Pod.Security["sysctls"].Items.Index()
                where !Sysctls.Any(row => pod.Version.Minor >= row.Minor && row.Names.Contains(parameter.Item["name"].Text))
                select pod.Pod.Tell($"securityContext.sysctls[{parameter.Index}].name", "a safe one, or none")
        ),
    ];

    /// <summary>The capabilities that are added and not allowed.</summary>
    internal static IEnumerable<PodFault> Added(PodParts pod, Func<string, bool> isAllowed, string asked) =>
        from container in pod.Containers
        from name in container.Security.At("capabilities.add").Items.Index()
        where !isAllowed(name.Item.Text ?? "")
        select container.Remove($"securityContext.capabilities.add[{name.Index}]", asked);

    /// <summary>Where /proc is mounted otherwise than by default.</summary>
    internal static IEnumerable<PodFault> ProcMount(PodParts pod) =>
        from container in pod.Containers
        where container.Security["procMount"] is { IsSet: true, Text: not "Default" }
        select container.Remove("securityContext.procMount", "Default");

    /// <summary>Where a profile of system calls is written that is none of the two that are allowed.</summary>
    internal static IEnumerable<PodFault> WrongSeccomp(PodParts pod) => WrongProfile(pod, "seccompProfile");

    private static IEnumerable<PodFault> Seccomp(PodParts pod) =>
        pod.Version >= new Version(1, 19)
            ? WrongSeccomp(pod)
            : Annotated(
                pod,
                key => key.Contains("seccomp.security.alpha.kubernetes.io/", StringComparison.Ordinal),
                value => value is "runtime/default" or "docker/default" || value.StartsWith("localhost/", StringComparison.Ordinal)
            );

    private static IEnumerable<PodFault> AppArmor(PodParts pod) =>
        WrongProfile(pod, "appArmorProfile")
            .Concat(
                Annotated(
                    pod,
                    key => key.StartsWith("container.apparmor.security.beta.kubernetes.io/", StringComparison.Ordinal),
                    value => value is "" or "runtime/default" || value.StartsWith("localhost/", StringComparison.Ordinal)
                )
            );

    private static IEnumerable<PodFault> WrongProfile(PodParts pod, string profile) =>
        from part in pod.All
        where part.Security[profile].IsSet && part.Security[profile]["type"].Text is not ("RuntimeDefault" or "Localhost")
        select part.Set($"securityContext.{profile}.type", "RuntimeDefault");

    private static IEnumerable<PodFault> Annotated(PodParts pod, Func<string, bool> isOne, Func<string, bool> isAllowed) =>
        from entry in pod.Annotations.Node.Entries
        where isOne(entry.Key) && !isAllowed(entry.Value.Text ?? "")
        select new PodFault(
            $"{pod.Pod.Name}: the annotation {entry.Key} is {entry.Value.Shown}; asked for is runtime/default",
            entry.Value.Location,
            Edit.Set(pod.Pod.Root, Edit.Below(pod.Annotations.Path, entry.Key), "runtime/default")
        );

    private static IEnumerable<PodFault> SeLinux(PodParts pod) =>
        from part in pod.All
        let options = part.Security["seLinuxOptions"]
        from field in new[] { "type", "user", "role" }
        where options[field].Text is { Length: > 0 } text && !(field == "type" && IsContainerType(text, pod.Version))
        select part.Remove($"securityContext.seLinuxOptions.{field}");

    private static bool IsContainerType(string type, Version version) =>
        type is "container_t" or "container_init_t" or "container_kvm_t" || (type == "container_engine_t" && version >= new Version(1, 31));

    private static PodSecurityControl Of(string name, Version since, string mend, Func<PodParts, IEnumerable<PodFault>> faults) =>
        new(name, PodSecurityLevel.Baseline, since, mend, faults);
}
