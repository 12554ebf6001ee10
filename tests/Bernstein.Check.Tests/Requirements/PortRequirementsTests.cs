namespace Bernstein.Check.Tests.Requirements;

public sealed class PortRequirementsTests : VerdictCaseTests<PortRequirementsTests>;
