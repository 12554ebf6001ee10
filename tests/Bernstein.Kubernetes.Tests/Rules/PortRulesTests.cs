namespace Bernstein.Kubernetes.Tests.Rules;

public sealed class PortRulesTests : RefusalTests<PortRulesTests>;
