namespace Bernstein.Check.Tests.Requirements;

public sealed class AddressRequirementsTests
{
    [TestCase("redis", Status.Pass)]
    [TestCase("redis.default", Status.Pass)]
    [TestCase("redis.default.svc", Status.Pass)]
    [TestCase("redis.default.svc.cluster.local", Status.Pass)]
    [TestCase("redis.default.svc.cluster.local.", Status.Pass)]
    [TestCase("redis.", Status.Fail)]
    [TestCase("redis.default.svc.elsewhere", Status.Fail)]
    [TestCase("redis.kube-public", Status.Fail)]
    [TestCase("redis:6379", Status.Fail)]
    [TestCase("localhost", Status.Fail)]
    [TestCase("\"redis\\n\"", Status.Fail)]
    public void A_host_is_a_name_of_the_service(string host, Status expected) =>
        Sample
            .Reference.With("redis.configmap.yaml", "REDIS_HOST: redis", $"REDIS_HOST: {host}")
            .Judge("wiring.redis-host")
            .Status.ShouldBe(expected);

    [TestCase("5432", Status.Pass)]
    [TestCase("05432", Status.Fail)]
    [TestCase("tcp://10.0.0.1:5432", Status.Fail)]
    public void A_port_is_one_of_the_service(string port, Status expected) =>
        Sample
            .Reference.With("postgres.configmap.yaml", "POSTGRES_PORT: \"5432\"", $"POSTGRES_PORT: \"{port}\"")
            .Judge("wiring.postgres-port")
            .Status.ShouldBe(expected);
}
