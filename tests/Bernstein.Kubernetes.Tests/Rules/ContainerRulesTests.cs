namespace Bernstein.Kubernetes.Tests.Rules;

public sealed class ContainerRulesTests : RefusalTests<ContainerRulesTests>;
