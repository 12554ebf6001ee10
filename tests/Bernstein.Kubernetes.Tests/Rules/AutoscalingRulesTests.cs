namespace Bernstein.Kubernetes.Tests.Rules;

public sealed class AutoscalingRulesTests : RefusalTests<AutoscalingRulesTests>;
