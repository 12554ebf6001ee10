namespace Bernstein.Kubernetes.Tests.Rules;

public sealed class WorkloadRulesTests : RefusalTests<WorkloadRulesTests>;
