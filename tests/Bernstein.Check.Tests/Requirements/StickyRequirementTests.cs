namespace Bernstein.Check.Tests.Requirements;

public sealed class StickyRequirementTests : VerdictCaseTests<StickyRequirementTests>;
