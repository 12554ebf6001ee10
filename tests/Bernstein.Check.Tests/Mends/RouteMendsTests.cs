namespace Bernstein.Check.Tests.Mends;

public sealed class RouteMendsTests : MendCaseTests<RouteMendsTests>;
