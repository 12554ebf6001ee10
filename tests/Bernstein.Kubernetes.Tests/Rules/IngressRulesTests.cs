namespace Bernstein.Kubernetes.Tests.Rules;

public sealed class IngressRulesTests : RefusalTests<IngressRulesTests>;
