namespace Bernstein.Kubernetes.PodSecurity;

/// <summary>
/// The Pod Security Standards (https://kubernetes.io/docs/concepts/security/pod-security-standards/), in the versions that the admission
/// of Kubernetes 1.0 to 1.37 knows.
/// </summary>
public static class PodSecurityStandards
{
    /// <summary>The version whose standards are asked where none is given: the newest.</summary>
    public static Version Newest { get; } = new(1, 37);

    /// <summary>The names of the controls of a level, those of the levels below it among them.</summary>
    public static IReadOnlyList<string> Names(PodSecurityLevel level) =>
        [.. PodSecurityControl.All.Where(control => control.Level <= level).Select(control => control.Name).Distinct()];

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
        return PodSecurityControl
            .All.Where(control => control.Level <= level && control.Since <= pod.Version.Minor && !except.Contains(control.Name))
            .GroupBy(control => control.Name)
            .SelectMany(same => same.Last().Findings(pod));
    }

    /// <summary>The narrowest level that the pods of a workload meet.</summary>
    public static PodSecurityLevel LevelOf(Workload workload, Version? version = null) =>
        Findings(workload, PodSecurityLevel.Baseline, version).Any() ? PodSecurityLevel.Privileged
        : Findings(workload, PodSecurityLevel.Restricted, version).Any() ? PodSecurityLevel.Baseline
        : PodSecurityLevel.Restricted;
}
