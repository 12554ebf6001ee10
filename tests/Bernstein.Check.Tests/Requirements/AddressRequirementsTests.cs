namespace Bernstein.Check.Tests.Requirements;

public sealed class AddressRequirementsTests : VerdictCaseTests<AddressRequirementsTests>;
