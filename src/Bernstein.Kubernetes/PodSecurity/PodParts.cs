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
}
