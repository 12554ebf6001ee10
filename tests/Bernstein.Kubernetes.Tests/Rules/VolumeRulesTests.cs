namespace Bernstein.Kubernetes.Tests.Rules;

public sealed class VolumeRulesTests : RefusalTests<VolumeRulesTests>;
