namespace Bernstein.Kubernetes.Tests.Rules;

public sealed class PodRulesTests : RefusalTests<PodRulesTests>;
