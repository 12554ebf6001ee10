namespace Bernstein.Kubernetes.Network;

/// <summary>A direction of traffic, seen from a pod, by the name that a NetworkPolicy gives it.</summary>
internal enum NetworkDirection
{
    /// <summary>What comes in.</summary>
    Ingress,

    /// <summary>What goes out.</summary>
    Egress,
}
