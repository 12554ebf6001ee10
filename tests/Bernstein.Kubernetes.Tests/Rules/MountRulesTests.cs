namespace Bernstein.Kubernetes.Tests.Rules;

public sealed class MountRulesTests : RefusalTests<MountRulesTests>;
