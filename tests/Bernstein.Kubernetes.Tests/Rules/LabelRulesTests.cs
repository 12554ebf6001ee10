namespace Bernstein.Kubernetes.Tests.Rules;

public sealed class LabelRulesTests : RefusalTests<LabelRulesTests>;
