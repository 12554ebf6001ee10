namespace Bernstein.Check.Tests.Mends;

public sealed class MissingMendsTests : MendCaseTests<MissingMendsTests>;
