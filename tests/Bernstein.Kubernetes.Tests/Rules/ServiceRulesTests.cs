namespace Bernstein.Kubernetes.Tests.Rules;

public sealed class ServiceRulesTests : RefusalTests<ServiceRulesTests>;
