namespace Bernstein.Check.Tests.Mends;

public sealed class PortMendsTests : MendCaseTests<PortMendsTests>;
