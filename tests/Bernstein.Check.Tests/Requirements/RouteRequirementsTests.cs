namespace Bernstein.Check.Tests.Requirements;

public sealed class RouteRequirementsTests : VerdictCaseTests<RouteRequirementsTests>;
