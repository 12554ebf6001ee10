namespace Bernstein.Kubernetes.Tests.Rules;

public sealed class RepeatedKeysTests : RefusalTests<RepeatedKeysTests>;
