namespace Bernstein.Kubernetes.Tests.Rules;

public sealed class SelectorRulesTests : RefusalTests<SelectorRulesTests>;
