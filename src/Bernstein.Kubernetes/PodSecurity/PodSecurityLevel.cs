namespace Bernstein.Kubernetes.PodSecurity;

/// <summary>A level of the Pod Security Standards, from the widest to the narrowest.</summary>
public enum PodSecurityLevel
{
    /// <summary>Nothing is asked.</summary>
    Privileged,

    /// <summary>The known ways to more rights are closed.</summary>
    Baseline,

    /// <summary>What is held for good practice today.</summary>
    Restricted,
}
