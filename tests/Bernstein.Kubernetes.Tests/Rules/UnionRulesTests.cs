namespace Bernstein.Kubernetes.Tests.Rules;

public sealed class UnionRulesTests : RefusalTests<UnionRulesTests>;
