namespace Bernstein.Check.Tests.Requirements;

public sealed class ObjectRequirementsTests : VerdictCaseTests<ObjectRequirementsTests>;
