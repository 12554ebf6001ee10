namespace Bernstein.Kubernetes.PodSecurity;

/// <summary>One control of the Pod Security Standards.</summary>
/// <param name="Name">Its name in the standards. At the restricted level, a control takes the place of the one of baseline with its name.</param>
/// <param name="Mend">What to write, in a sentence.</param>
/// <param name="Faults">What it does not allow in a pod.</param>
/// <param name="Since">The first minor version of Kubernetes 1 whose standards have it.</param>
internal sealed record PodSecurityControl(string Name, string Mend, Func<PodParts, IEnumerable<PodFault>> Faults, int Since = 0);
