namespace Bernstein.Check.Tests.Mends;

public sealed class IndentationMendTests : MendCaseTests<IndentationMendTests>;
