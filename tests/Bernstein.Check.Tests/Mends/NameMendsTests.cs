namespace Bernstein.Check.Tests.Mends;

public sealed class NameMendsTests : MendCaseTests<NameMendsTests>;
