namespace Bernstein.Kubernetes.Tests.Rules;

public sealed class TolerationRulesTests : RefusalTests<TolerationRulesTests>;
