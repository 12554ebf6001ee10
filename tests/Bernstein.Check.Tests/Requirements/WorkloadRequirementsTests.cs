namespace Bernstein.Check.Tests.Requirements;

public sealed class WorkloadRequirementsTests
{
    [TestCase("image: redis:5.0", Status.Pass)]
    [TestCase("image: docker.io/redis:5.0", Status.Pass)]
    [TestCase("image: docker.io/library/redis:5.0", Status.Pass)]
    [TestCase("image: redis:5.0@sha256:0123", Status.Pass)]
    [TestCase("image: redis:5.0.14", Status.Fail)]
    [TestCase("image: redis", Status.Fail)]
    [TestCase("image: quay.io/redis:5.0", Status.Fail)]
    [TestCase("image: [redis:5.0]", Status.Fail)]
    [TestCase("imagePullPolicy: Always", Status.Fail)]
    public void An_image_is_its_repository_and_its_tag(string image, Status expected) =>
        Sample.Reference.With("redis.deployment.yaml", "image: redis:5.0", image).Judge("redis.image").Status.ShouldBe(expected);

    [Test]
    public void An_image_without_a_tag_is_the_latest() =>
        Sample
            .Reference.With("cadvisor.daemonset.yaml", "cadvisor:latest", "cadvisor")
            .Judge("cadvisor.image")
            .Status.ShouldBe(Status.Pass);

    [Test]
    public void An_init_container_never_counts() =>
        Sample
            .Reference.With("worker.deployment.yaml", "initContainers:", "initContainers:\n      - name: first\n        image: busybox")
            .Judge("worker.image")
            .Status.ShouldBe(Status.Pass);

    [TestCase("namespace: default", Status.Pass)]
    [TestCase("labels: {}", Status.Pass)]
    [TestCase("namespace: votes", Status.Fail)]
    public void A_namespace_that_is_absent_is_default(string written, Status expected) =>
        Sample.Reference.With("poll.deployment.yaml", "namespace: default", written).Judge("poll.namespace").Status.ShouldBe(expected);

    [TestCase("replicas: 2", Status.Pass)]
    [TestCase("replicas: \"2\"", Status.Fail)]
    [TestCase("replicas: 2.0", Status.Pass)]
    [TestCase("replicas: null", Status.Fail)]
    [TestCase("paused: false", Status.Fail)]
    public void Two_replicas_are_the_number_2(string replicas, Status expected) =>
        Sample.Reference.With("poll.deployment.yaml", "replicas: 2", replicas).Judge("poll.replicas").Status.ShouldBe(expected);

    [Test]
    public void Replicas_that_are_absent_are_1() =>
        Sample.Reference.With("redis.deployment.yaml", "  replicas: 1\n", "").Judge("redis.replicas").Status.ShouldBe(Status.Pass);

    [TestCase("restartPolicy: Always", Status.Pass)]
    [TestCase("hostNetwork: false", Status.Pass)]
    [TestCase("restartPolicy: OnFailure", Status.Fail)]
    [TestCase("restartPolicy: always", Status.Fail)]
    public void A_restart_policy_that_is_absent_is_Always(string policy, Status expected) =>
        Sample.Reference.With("redis.deployment.yaml", "restartPolicy: Always", policy).Judge("redis.restart").Status.ShouldBe(expected);

    [TestCase("128M", Status.Pass)]
    [TestCase("\"128M\"", Status.Pass)]
    [TestCase("128000000", Status.Pass)]
    [TestCase("128000k", Status.Pass)]
    [TestCase("128e6", Status.Pass)]
    [TestCase("0.128G", Status.Pass)]
    [TestCase("128000000000m", Status.Pass)]
    [TestCase("125000Ki", Status.Pass)]
    [TestCase("128Mi", Status.Fail)]
    [TestCase("128m", Status.Fail)]
    [TestCase("128MB", Status.Fail)]
    [TestCase("128 M", Status.Fail)]
    [TestCase("-128M", Status.Fail)]
    [TestCase("99999999999999999999E", Status.Fail)]
    [TestCase("{}", Status.Fail)]
    public void A_memory_limit_is_a_number_of_bytes(string memory, Status expected) =>
        Sample.Reference.With("poll.deployment.yaml", "memory: 128M", $"memory: {memory}").Judge("poll.memory").Status.ShouldBe(expected);

    [Test]
    public void A_limit_in_mebibytes_is_told_in_bytes()
    {
        var finding = Sample.Reference.With("poll.deployment.yaml", "128M", "128Mi").Judge("poll.memory").Findings.ShouldHaveSingleItem();
        finding.Message.ShouldBe("resources.limits.memory is 128Mi (134,217,728 bytes); asked for is 128M (128,000,000 bytes)");
        finding.Location!.File.ShouldBe("poll.deployment.yaml");
    }
}
