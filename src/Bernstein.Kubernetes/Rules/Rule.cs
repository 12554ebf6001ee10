namespace Bernstein.Kubernetes.Rules;

/// <summary>One rule of the API server: what it refuses in a value of the type that the rule is of.</summary>
internal delegate IEnumerable<Finding> Rule(Node node);
