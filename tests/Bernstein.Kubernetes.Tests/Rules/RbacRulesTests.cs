namespace Bernstein.Kubernetes.Tests.Rules;

public sealed class RbacRulesTests : RefusalTests<RbacRulesTests>;
