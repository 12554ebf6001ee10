namespace Bernstein.Kubernetes.Tests.Rules;

public sealed class NetworkRulesTests : RefusalTests<NetworkRulesTests>;
