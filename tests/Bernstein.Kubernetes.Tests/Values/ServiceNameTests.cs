namespace Bernstein.Kubernetes.Tests.Values;

public sealed class ServiceNameTests
{
    [TestCase("redis", "default", true)]
    [TestCase("redis", "other", false)]
    [TestCase("redis.default.svc.cluster.local.", "other", true)]
    [TestCase("redis.other", "default", false)]
    public void A_name_leads_to_a_service_from_a_namespace(string name, string from, bool expected) =>
        ServiceName.Leads(Manifest.Object("kind: Service\nmetadata: {name: redis}\n"), name, from).ShouldBe(expected);

    [TestCase("postgresql://user@postgres:5432/votes", "postgres")]
    [TestCase("redis:6379", "redis")]
    [TestCase("redis", "redis")]
    public void The_host_of_an_address_is_found(string address, string expected) => ServiceName.HostIn(address).ShouldBe(expected);
}
