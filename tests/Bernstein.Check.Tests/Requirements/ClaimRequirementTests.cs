namespace Bernstein.Check.Tests.Requirements;

public sealed class ClaimRequirementTests : VerdictCaseTests<ClaimRequirementTests>;
