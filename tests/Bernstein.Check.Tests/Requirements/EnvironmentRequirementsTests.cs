namespace Bernstein.Check.Tests.Requirements;

public sealed class EnvironmentRequirementsTests : VerdictCaseTests<EnvironmentRequirementsTests>;
