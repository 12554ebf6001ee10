namespace Bernstein.Kubernetes.Tests.Rules;

public sealed class ResourceQuantityTests : RefusalTests<ResourceQuantityTests>;
