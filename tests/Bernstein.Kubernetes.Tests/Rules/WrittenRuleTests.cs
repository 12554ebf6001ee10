namespace Bernstein.Kubernetes.Tests.Rules;

public sealed class WrittenRuleTests : RefusalTests<WrittenRuleTests>;
