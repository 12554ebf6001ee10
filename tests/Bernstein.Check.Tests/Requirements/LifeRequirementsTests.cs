namespace Bernstein.Check.Tests.Requirements;

public sealed class LifeRequirementsTests : VerdictCaseTests<LifeRequirementsTests>;
