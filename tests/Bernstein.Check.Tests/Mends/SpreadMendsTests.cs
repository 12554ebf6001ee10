namespace Bernstein.Check.Tests.Mends;

public sealed class SpreadMendsTests : MendCaseTests<SpreadMendsTests>;
