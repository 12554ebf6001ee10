namespace Bernstein.Kubernetes.Tests.Rules;

public sealed class SeccompRulesTests : RefusalTests<SeccompRulesTests>;
