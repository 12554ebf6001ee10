namespace Bernstein.Kubernetes.Tests.Rules;

public sealed class FieldPathRulesTests : RefusalTests<FieldPathRulesTests>;
