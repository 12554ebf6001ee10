namespace Bernstein.Check.Tests.Mends;

public sealed class VolumeMendsTests : MendCaseTests<VolumeMendsTests>;
