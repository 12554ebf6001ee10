namespace Bernstein.Kubernetes.PodSecurity;

/// <summary>One control of the Pod Security Standards.</summary>
/// <param name="Name">Its name in the standards. At the restricted level, a control takes the place of the one of baseline with its name.</param>
/// <param name="Level">The level that asks for it.</param>
/// <param name="Since">The first version of Kubernetes whose standards have it.</param>
/// <param name="Mend">What to write, in a sentence.</param>
/// <param name="Faults">What it does not allow in a pod.</param>
internal sealed record PodSecurityControl(
    string Name,
    PodSecurityLevel Level,
    Version Since,
    string Mend,
    Func<PodParts, IEnumerable<PodFault>> Faults
);
