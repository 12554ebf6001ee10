namespace Bernstein.Kubernetes.PodSecurity;

/// <summary>The pods of a workload with all their containers, and the version of Kubernetes to whose standards they are held.</summary>
public sealed record PodParts(Workload Workload, Version Version)
{
    private static readonly (string Field, string Words)[] Lists =
    [
        ("initContainers", "init container"),
        ("containers", "container"),
        ("ephemeralContainers", "ephemeral container"),
    ];

    /// <summary>The pod itself.</summary>
    public PodPart Pod { get; } = new($"the pod of {Workload.Manifest}", Workload.Pod);

    /// <summary>Every container, of whatever kind.</summary>
    public IReadOnlyList<PodPart> Containers { get; } =
    [
        .. from list in Lists
        from item in Workload.Pod[list.Field].Items.Index()
        select new PodPart($"{list.Words} {item.Item["name"].Text ?? $"{item.Index}"} of {Workload.Manifest}", item.Item),
    ];

    /// <summary>The pod, and every container.</summary>
    public IEnumerable<PodPart> All => [Pod, .. Containers];

    /// <summary>Whether the pod says that it is for Windows, which knows no Linux capabilities, seccomp or privilege escalation: from 1.25.</summary>
    public bool IsForWindows => Version >= new Version(1, 25) && Workload.Pod.At("os.name").Text == "windows";

    /// <summary>Whether its root is nobody on the node, in a user namespace of its own: from 1.35.</summary>
    public bool HasUserNamespace => Version >= new Version(1, 35) && Workload.Pod["hostUsers"].Boolean == false;
}
