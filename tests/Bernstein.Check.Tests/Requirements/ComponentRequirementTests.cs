namespace Bernstein.Check.Tests.Requirements;

public sealed class ComponentRequirementTests : VerdictCaseTests<ComponentRequirementTests>;
