namespace Bernstein.Check.Tests.Requirements;

public sealed class SpreadRequirementsTests : VerdictCaseTests<SpreadRequirementsTests>;
