namespace Bernstein.Check.Tests.Requirements;

public sealed class PostgresVolumeTests : VerdictCaseTests<PostgresVolumeTests>;
