using Bernstein.Chart.Tests.Harness;
using Bernstein.Check.Kubernetes;
using NUnit.Framework;
using Shouldly;

namespace Bernstein.Chart.Tests.Chart;

/// <summary>What clusters ask of everything that runs: a registry of their own, taints, quotas, sidecars, a parent chart.</summary>
public sealed class PlatformTests
{
    [Test]
    public void Every_image_comes_from_the_registry_that_is_named_instead_of_its_own()
    {
        var images = Containers(
                """
                global: {imageRegistry: 'mirror.example.org:5000/hub'}
                cadvisor: {image: 'ghcr.io/google/cadvisor:v0.53.0'}
                poll: {canary: {image: 'localhost/poll:next'}}
                """
            )
            .Select(container => container.Container["image"].Text!)
            .Distinct()
            .ToArray();
        images.ShouldAllBe(image => image.StartsWith("mirror.example.org:5000/hub/", StringComparison.Ordinal));
        images.ShouldContain("mirror.example.org:5000/hub/google/cadvisor:v0.53.0");
        images.ShouldContain("mirror.example.org:5000/hub/poll:next");
        images.ShouldContain("mirror.example.org:5000/hub/redis:5.0");
        images.Length.ShouldBe(8);
    }

    [Test]
    public void Every_pod_pulls_its_images_with_the_Secrets_that_are_named() =>
        Workloads("global: {imagePullSecrets: [one, {name: '2'}]}\npoll: {canary: {image: 'poll:next'}}")
            .ShouldAllBe(workload =>
                workload.Pod["imagePullSecrets"].Items.Select(secret => secret["name"].Text).SequenceEqual(new[] { "one", "2" })
            );

    [Test]
    public void The_Job_and_the_test_run_where_the_worker_runs()
    {
        var pods = Workloads(
                """
                worker:
                  nodeSelector: {pool: votes}
                  tolerations: [{key: dedicated, operator: Exists}]
                  priorityClassName: high
                  podAnnotations: {sidecar.istio.io/inject: "false"}
                """
            )
            .Where(workload => workload.Manifest.Kind is "Job" or "Pod" || workload.Manifest.Name == "worker")
            .ToArray();
        pods.Length.ShouldBe(3);
        pods.ShouldAllBe(workload =>
            workload.Pod.At("nodeSelector.pool").Text == "votes"
            && workload.Pod.At("tolerations[0].key").Text == "dedicated"
            && workload.Pod["priorityClassName"].Text == "high"
            && workload.Template.At("metadata.annotations")["sidecar.istio.io/inject"].Text == "false"
        );
    }

    [Test]
    public void Under_a_quota_every_container_can_have_a_limit_of_the_processor() =>
        Containers(
                string.Join(
                    '\n',
                    new[] { "redis", "postgres", "poll", "worker", "result", "traefik", "cadvisor" }.Select(component =>
                        $"{component}: {{resources: {{limits: {{cpu: 500m}}}}}}"
                    )
                )
            )
            .Where(found => found.Container.At("resources.limits.cpu").Text != "500m")
            .Select(found => $"{found.Container["name"].Text} of {found.Workload.Manifest}")
            .ShouldBeEmpty();

    [Test]
    public void Cadvisor_can_be_left_out_with_all_that_asks_for_it() =>
        BernsteinChart.Render(new ChartOptions { Values = "cadvisor: {enabled: false}" }).ShouldNotContain("cadvisor");

    [Test]
    public void Cadvisor_stays_on_nodes_that_send_pods_away() =>
        Workloads("{}")
            .Single(workload => workload.Manifest.Kind == "DaemonSet")
            .Pod["tolerations"]
            .Items.ShouldContain(toleration =>
                toleration["operator"].Text == "Exists" && !toleration["key"].IsSet && !toleration["effect"].IsSet
            );

    [TestCase("enabled: true")]
    [TestCase("global: {storageClass: fast, anything: {else: 1}}")]
    public void What_a_parent_chart_hands_down_is_taken(string values) =>
        BernsteinChart.TryRender(new ChartOptions { Values = values }).ExitCode.ShouldBe(0);

    [Test]
    public void A_large_number_stays_a_whole_one() =>
        Workloads("poll: {replicas: 1000000}")
            .Single(workload => workload.Manifest.Name == "poll")
            .Manifest.Root.At("spec.replicas")
            .Text.ShouldBe("1000000");

    private static IEnumerable<(Workload Workload, Bernstein.Check.Yaml.Node Container)> Containers(string values) =>
        Workloads(values).SelectMany(workload => workload.Containers.Select(container => (workload, container)));

    private static IReadOnlyList<Workload> Workloads(string values)
    {
        var found = BernsteinChart.Manifests(new ChartOptions { Values = values }).Objects.Select(Workload.Of).OfType<Workload>().ToArray();
        found.Length.ShouldBeGreaterThan(7);
        return found;
    }
}
