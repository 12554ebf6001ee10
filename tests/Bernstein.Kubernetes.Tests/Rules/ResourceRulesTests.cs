namespace Bernstein.Kubernetes.Tests.Rules;

public sealed class ResourceRulesTests : RefusalTests<ResourceRulesTests>;
