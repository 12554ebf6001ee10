namespace Bernstein.Check.Tests.Mends;

public sealed class EnvironmentMendsTests : MendCaseTests<EnvironmentMendsTests>;
