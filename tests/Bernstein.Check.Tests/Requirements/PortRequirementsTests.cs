namespace Bernstein.Check.Tests.Requirements;

public sealed class PortRequirementsTests
{
    [TestCase("targetPort: 6379", Status.Pass)]
    [TestCase("name: redis", Status.Pass)]
    [TestCase("targetPort: 6380", Status.Fail)]
    [TestCase("targetPort: \"6379\"", Status.Fail)]
    [TestCase("targetPort: redis", Status.Fail)]
    public void A_service_port_leads_to_the_container_port(string target, Status expected) =>
        Sample.Reference.With("redis.service.yaml", "targetPort: 6379", target).Judge("redis.port").Status.ShouldBe(expected);

    [Test]
    public void A_service_port_leads_to_a_container_port_by_name() =>
        Sample
            .Reference.With("redis.service.yaml", "targetPort: 6379", "targetPort: queue")
            .With("redis.deployment.yaml", "- containerPort: 6379", "- containerPort: 6379\n          name: queue")
            .Judge("redis.port")
            .Status.ShouldBe(Status.Pass);

    [Test]
    public void A_component_without_a_service_file_needs_none() => Sample.Reference.Judge("cadvisor.port").Status.ShouldBe(Status.Pass);

    [Test]
    public void A_service_file_beside_those_asked_for_is_judged_too() =>
        Sample
            .Reference.Holding(
                "cadvisor.service.yaml",
                "{apiVersion: v1, kind: Service, metadata: {name: cadvisor}, spec: {ports: [{port: 80}]}}"
            )
            .Judge("cadvisor.port")
            .Status.ShouldBe(Status.Fail);
}
