namespace Bernstein.Kubernetes.Tests.Rules;

public sealed class JobRulesTests : RefusalTests<JobRulesTests>;
