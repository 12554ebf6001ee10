namespace Bernstein.Check.Tests.Requirements;

public sealed class WorkloadRequirementsTests : VerdictCaseTests<WorkloadRequirementsTests>;
