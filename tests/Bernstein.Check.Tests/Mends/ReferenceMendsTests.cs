namespace Bernstein.Check.Tests.Mends;

public sealed class ReferenceMendsTests : MendCaseTests<ReferenceMendsTests>;
