namespace Bernstein.Kubernetes.PodSecurity;

/// <summary>
/// The Pod Security Standards (https://kubernetes.io/docs/concepts/security/pod-security-standards/), in the versions that the admission
/// of Kubernetes 1.0 to 1.37 knows.
/// </summary>
public static class PodSecurityStandards
{
    /// <summary>The version whose standards are asked where none is given: the newest.</summary>
    public static Version Newest { get; } = new(1, 37);

    private static readonly (PodSecurityLevel Level, PodSecurityControl Control)[] Controls =
    [
        .. BaselineControls.All.Select(control => (PodSecurityLevel.Baseline, control)),
        .. RestrictedControls.All.Select(control => (PodSecurityLevel.Restricted, control)),
    ];

    /// <summary>The names of the controls of a level, those of the levels below it among them.</summary>
    public static IReadOnlyList<string> Names(PodSecurityLevel level) =>
        [.. Controls.Where(row => row.Level <= level).Select(row => row.Control.Name).Distinct()];

    /// <summary>What keeps the pods of a workload from a level, with the mend of each control that they do not meet.</summary>
    /// <param name="workload">The workload.</param>
    /// <param name="level">The level.</param>
    /// <param name="version">The version of Kubernetes; null for the newest standards.</param>
    /// <param name="except">The names of controls that are let be.</param>
    public static IEnumerable<Finding> Findings(
        Workload workload,
        PodSecurityLevel level,
        Version? version = null,
        params IReadOnlyCollection<string> except
    )
    {
        var pod = new PodParts(workload, version ?? Newest);
        return Controls
            .Where(row => row.Level <= level && row.Control.Since <= pod.Version.Minor && !except.Contains(row.Control.Name))
            .GroupBy(row => row.Control.Name)
            .SelectMany(rows => Findings(pod, rows.Last().Level, rows.Last().Control));
    }

    /// <summary>The narrowest level that the pods of a workload meet.</summary>
    public static PodSecurityLevel LevelOf(Workload workload, Version? version = null) =>
        Findings(workload, PodSecurityLevel.Baseline, version).Any() ? PodSecurityLevel.Privileged
        : Findings(workload, PodSecurityLevel.Restricted, version).Any() ? PodSecurityLevel.Baseline
        : PodSecurityLevel.Restricted;

    // What one control finds in one pod has one mend. Where one fault of it is for a person, all are.
    private static IEnumerable<Finding> Findings(PodParts pod, PodSecurityLevel level, PodSecurityControl control)
    {
        var faults = control.Faults(pod).ToArray();
        var edits = faults.All(fault => fault.Edits.Count > 0) ? faults.SelectMany(fault => fault.Edits) : [];
        return faults.Select(fault => new Finding(
            $"{fault.Message} ({control.Name}, {level.ToString().ToLowerInvariant()})",
            fault.Location
        )
        {
            Mend = Mend.Of($"{pod.Workload.Manifest}: {control.Mend}", edits),
        });
    }
}
