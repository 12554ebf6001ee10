namespace Bernstein.Kubernetes.Tests.Rules;

public sealed class DataRulesTests : RefusalTests<DataRulesTests>;
