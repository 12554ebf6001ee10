namespace Bernstein.Check.Tests.Mends;

public sealed class SelectorMendsTests : MendCaseTests<SelectorMendsTests>;
