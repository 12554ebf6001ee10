namespace Bernstein.Kubernetes.Tests.Rules;

public sealed class LikelyValueTests : RefusalTests<LikelyValueTests>;
