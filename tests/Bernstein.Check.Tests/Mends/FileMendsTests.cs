namespace Bernstein.Check.Tests.Mends;

public sealed class FileMendsTests : MendCaseTests<FileMendsTests>;
