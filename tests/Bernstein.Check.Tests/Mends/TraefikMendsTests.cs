namespace Bernstein.Check.Tests.Mends;

public sealed class TraefikMendsTests : MendCaseTests<TraefikMendsTests>;
