namespace Bernstein.Kubernetes.PodSecurity;

/// <summary>One control of the Pod Security Standards, as pod-security.yaml writes it.</summary>
/// <param name="Written">Its name, its level, its mend and its faults.</param>
internal sealed record PodSecurityControl(Node Written)
{
    private readonly Func<PodParts, IEnumerable<PodFault>>[] _faults = [.. Written["faults"].Items.Select(PodFaults.Read)];

    internal static IReadOnlyList<PodSecurityControl> All { get; } =
    [.. OwnData.Read("pod-security.yaml").Items.Select(written => new PodSecurityControl(written))];

    /// <summary>Its name in the standards.</summary>
    internal string Name { get; } = Written["name"].Text!;

    internal PodSecurityLevel Level { get; } = Enum.Parse<PodSecurityLevel>(Written["level"].Text!, ignoreCase: true);

    /// <summary>The first minor version of Kubernetes 1 whose standards have it.</summary>
    internal long Since { get; } = Written["since"].Number ?? 0;

    /// <summary>What keeps a pod from it, with one mend. Where one fault is for a person, all are.</summary>
    internal IEnumerable<Finding> Findings(PodParts pod)
    {
        var isLet = Written["unless"].Text switch
        {
            "for Windows" => pod.IsForWindows,
            "in a user namespace" => pod.HasUserNamespace,
            _ => false,
        };
        var faults = isLet ? [] : _faults.SelectMany(fault => fault(pod)).ToArray();
        var edits = faults.All(fault => fault.Edits.Count > 0) ? faults.SelectMany(fault => fault.Edits) : [];
        return faults.Select(fault => new Finding($"{fault.Message} ({Name}, {Written["level"].Text})", fault.Location)
        {
            MendBy = () => Mend.Of($"{pod.Workload.Manifest}: {Written["mend"].Text}", edits),
        });
    }
}
