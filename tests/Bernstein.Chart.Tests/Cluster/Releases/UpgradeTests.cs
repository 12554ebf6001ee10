namespace Bernstein.Chart.Tests.Cluster.Releases;

/// <summary>Changes to a release that runs: each comes to its end, also where every node holds an instance already.</summary>
public sealed class UpgradeTests : ReleaseTest
{
    // The images of the assignment have one tag each: its long form is another image to Kubernetes.
    [TestCase("redis", "redis:5.0.14")]
    [TestCase("postgres", "postgres:12.22")]
    [TestCase("poll", "docker.io/epitechcontent/t-dop-600-poll:k8s")]
    [TestCase("worker", "docker.io/epitechcontent/t-dop-600-worker:k8s")]
    [TestCase("result", "docker.io/epitechcontent/t-dop-600-result:k8s")]
    [TestCase("traefik", "traefik:1.7.24")]
    [TestCase("cadvisor", "docker.io/google/cadvisor:latest")]
    public async Task An_upgrade_of_an_image_comes_to_its_end(string component, string image)
    {
        Cluster.Deploy($"{component}: {{image: '{image}'}}");
        Cluster.Pods(component).ShouldAllBe(pod => pod.Image == image);
        await AssertThatAVoteIsCounted();
    }

    [TestCase("poll: {replicas: 1}")]
    [TestCase("poll: {resources: {requests: {cpu: 60m}, limits: {memory: 200M}}}\nresult: {podAnnotations: {note: changed}}")]
    [TestCase("poll: {spread: {rule: preferred}}\nresult: {spread: {rule: none}}")]
    [TestCase("poll: {spread: {rule: preferred}, autoscaling: {enabled: true}}")]
    [TestCase("poll: {canary: {image: 'docker.io/epitechcontent/t-dop-600-poll:k8s', weight: 50}}")]
    [TestCase("worker: {replicas: 2}")]
    [TestCase("traefik: {dashboard: {enabled: false}, ingressClass: pages}")]
    [TestCase("poll: {disruptionBudget: {enabled: true}}\ntraefik: {disruptionBudget: {enabled: true}}")]
    public async Task An_upgrade_of_a_setting_comes_to_its_end(string values)
    {
        Cluster.Deploy(values);
        await AssertThatAVoteIsCounted();
    }

    [Test]
    public async Task A_single_Traefik_is_back_some_moments_after_its_upgrade()
    {
        Cluster.Deploy("traefik: {replicas: 1, podAnnotations: {note: changed}}");
        // It goes before its successor comes, and the nodes open their port a moment after that one is ready.
        KubernetesCluster.Until(() => NodePort.IsOpen(Cluster.Addresses[0]), "somebody listens at the port of the node");
        await AssertThatAVoteIsCounted();
    }

    [Test]
    public async Task Another_host_and_another_port_are_served_at_once()
    {
        Cluster.Deploy("poll: {host: vote.example.org}\ntraefik: {service: {httpNodePort: 30121}}");
        await AssertThatAVoteIsCounted("vote.example.org", 30121);
        (
            await Should.ThrowAsync<HttpRequestException>(() => NodePort.Read(Cluster.Addresses[0], "poll.dop.io", 30121))
        ).StatusCode.ShouldBe(System.Net.HttpStatusCode.NotFound);
    }

    [Test]
    public async Task A_rollback_comes_to_its_end()
    {
        Cluster.Deploy();
        var revision = KubernetesCluster.Revision;
        var before = KubernetesCluster.Helm("get", "manifest", "bernstein");
        Cluster.Deploy(
            "poll: {image: 'docker.io/epitechcontent/t-dop-600-poll:k8s'}\npostgres: {image: 'postgres:12.22'}\ntraefik: {image: 'traefik:1.7.24'}"
        );
        KubernetesCluster.Helm("rollback", "bernstein", revision, "--wait", "--timeout", "5m");
        KubernetesCluster.Helm("get", "manifest", "bernstein").ShouldBe(before);
        Cluster.AwaitRollouts();
        await AssertThatAVoteIsCounted();
    }
}
