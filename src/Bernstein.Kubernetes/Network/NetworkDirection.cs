namespace Bernstein.Kubernetes.Network;

/// <summary>A direction of traffic, seen from a pod, by the name that a NetworkPolicy gives it.</summary>
public enum NetworkDirection
{
    /// <summary>What comes to the pod.</summary>
    Ingress,

    /// <summary>What the pod sends.</summary>
    Egress,
}
