namespace Bernstein.Kubernetes.Tests.Rules;

public sealed class StorageRulesTests : RefusalTests<StorageRulesTests>;
