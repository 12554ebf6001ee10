namespace Bernstein.Check.Tests.Requirements;

public sealed class TraefikRequirementsTests : VerdictCaseTests<TraefikRequirementsTests>;
