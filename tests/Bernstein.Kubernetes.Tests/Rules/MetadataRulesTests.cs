namespace Bernstein.Kubernetes.Tests.Rules;

public sealed class MetadataRulesTests : RefusalTests<MetadataRulesTests>;
