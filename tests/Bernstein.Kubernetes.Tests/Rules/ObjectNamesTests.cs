namespace Bernstein.Kubernetes.Tests.Rules;

public sealed class ObjectNamesTests : RefusalTests<ObjectNamesTests>;
