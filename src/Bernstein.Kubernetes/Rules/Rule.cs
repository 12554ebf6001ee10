namespace Bernstein.Kubernetes.Rules;

/// <summary>One rule of the API server.</summary>
/// <param name="node">A value of the type that the rule is of.</param>
/// <returns>What the API server refuses in it.</returns>
internal delegate IEnumerable<Finding> Rule(Node node);
