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
                monitoring: {enabled: true}
                guards: {enabled: true}
                redis: {volume: {enabled: true}}
                """
            )
            .Select(container => container.Container["image"].Text!)
            .Distinct()
            .ToArray();
        images.ShouldAllBe(image => image.StartsWith("mirror.example.org:5000/hub/", StringComparison.Ordinal));
        images.ShouldContain("mirror.example.org:5000/hub/google/cadvisor:v0.53.0");
        images.ShouldContain("mirror.example.org:5000/hub/library/poll:next");
        images.ShouldContain("mirror.example.org:5000/hub/library/redis:5.0");
        images.ShouldContain("mirror.example.org:5000/hub/prometheuscommunity/postgres-exporter:v0.17.1");
        images.ShouldContain("mirror.example.org:5000/hub/library/haproxy:3.2");
        images.Length.ShouldBe(11);
    }

    [Test]
    public void Every_image_can_be_pinned_by_its_digest()
    {
        const string digest = "@sha256:1111111111111111111111111111111111111111111111111111111111111111";
        Containers(
                string.Join(
                    '\n',
                    new[] { "redis:5.0", "postgres:12", "worker:k8s", "result:k8s", "traefik:1.7", "cadvisor:v0.53.0" }
                        .Select(image => $"{image.Split(':')[0]}: {{image: '{image}{digest}'}}")
                        .Append($"poll: {{image: 'poll:k8s{digest}', canary: {{image: 'poll{digest}'}}}}")
                )
            )
            .Where(found => !found.Container["image"].Text!.EndsWith(digest, StringComparison.Ordinal))
            .Select(found => $"{found.Container["name"].Text} of {found.Workload.Manifest}")
            .ShouldBeEmpty();
    }

    [Test]
    public void Every_pod_pulls_its_images_with_the_Secrets_that_are_named() =>
        Workloads("global: {imagePullSecrets: [one, {name: '2'}]}\npoll: {canary: {image: 'poll:next'}}")
            .ShouldAllBe(workload =>
                workload.Pod["imagePullSecrets"].Items.Select(secret => secret["name"].Text).SequenceEqual(new[] { "one", "2" })
            );

    [Test]
    public void Every_image_is_pulled_when_the_values_say() =>
        Containers("global: {imagePullPolicy: Always}\npoll: {canary: {image: 'poll:next'}}")
            .ShouldAllBe(found => found.Container["imagePullPolicy"].Text == "Always");

    [Test]
    public void A_Service_takes_what_clouds_need()
    {
        var services = BernsteinChart
            .Manifests(
                new ChartOptions
                {
                    Values = """
                    traefik:
                      service:
                        type: LoadBalancer
                        externalTrafficPolicy: Local
                        loadBalancerClass: example.org/internal
                        loadBalancerSourceRanges: [192.0.2.0/24, '2001:db8::/32']
                        ipFamilyPolicy: PreferDualStack
                    """,
                }
            )
            .In("traefik.service.yaml");
        var spec = services[0].Root["spec"];
        (spec["externalTrafficPolicy"].Text, spec["loadBalancerClass"].Text, spec["ipFamilyPolicy"].Text).ShouldBe(
            ("Local", "example.org/internal", "PreferDualStack")
        );
        spec["loadBalancerSourceRanges"].Items.Select(item => item.Text).ShouldBe(["192.0.2.0/24", "2001:db8::/32"]);
        // The dashboard stays on the nodes: only what a NodePort may have.
        services[1].Root.At("spec.ipFamilyPolicy").Text.ShouldBe("PreferDualStack");
        services[1].Root.At("spec.loadBalancerSourceRanges").IsSet.ShouldBeFalse();
    }

    [TestCase("traefik:1.7", "--kubernetes.ingressendpoint.publishedservice=kube-public/traefik")]
    [TestCase("traefik:v3.6", "--providers.kubernetesingress.ingressendpoint.publishedservice=kube-public/traefik")]
    public void Behind_a_load_balancer_an_Ingress_says_its_address(string image, string argument)
    {
        var manifests = BernsteinChart.Manifests(
            new ChartOptions
            {
                Values = $"traefik: {{image: '{image}', service: {{type: LoadBalancer}}}}\nresult: {{annotations: {{note: 'yes'}}}}",
            }
        );
        manifests
            .In("traefik.deployment.yaml")
            .Single()
            .Root.At("spec.template.spec.containers[0].args")
            .Items.Select(item => item.Text)
            .ShouldContain(argument);
        manifests
            .In("traefik.rbac.yaml")
            .Single(found => found.Kind == "ClusterRole")
            .Root["rules"]
            .Items.ShouldContain(rule => rule["resources"].Items.Any(item => item.Text == "ingresses/status"));
        manifests.In("result.ingress.yaml").Single().Root.At("metadata.annotations.note").Text.ShouldBe("yes");
    }

    [Test]
    public void Without_one_Traefik_may_change_nothing() =>
        BernsteinChart.Render(new ChartOptions { Profile = "modern" }).ShouldNotContain("ingresses/status");

    [Test]
    public void Cert_manager_makes_one_certificate_for_both_pages() =>
        BernsteinChart
            .Manifests(
                new ChartOptions
                {
                    Profile = "modern",
                    Values = "poll: {annotations: {cert-manager.io/cluster-issuer: letsencrypt}}\ntraefik: {tls: {secretName: pages}}",
                }
            )
            .In("poll.ingress.yaml")
            .Single()
            .Root.ShouldSatisfyAllConditions(
                ingress => ingress.At("metadata.annotations")["cert-manager.io/cluster-issuer"].Text.ShouldBe("letsencrypt"),
                ingress => ingress.At("spec.tls[0].hosts").Items.Select(host => host.Text).ShouldBe(["poll.dop.io", "result.dop.io"])
            );

    [Test]
    public void The_authority_of_an_external_database_is_there_for_all_who_speak_to_it()
    {
        var containers = Containers(
                """
                postgres:
                  existingSecret: app
                  existingSecretKeys: {user: username, password: pass.word}
                  external: {host: db.example.org, sslMode: verify-full, caSecret: ca}
                redis: {volume: {enabled: true}, ledger: {enabled: true}}
                """
            )
            .Where(found => found.Container["env"].Items.Any(item => item["name"].Text is "PGHOST" or "POSTGRES_HOST"))
            .ToArray();
        containers.Length.ShouldBe(6);
        foreach (var (workload, container) in containers)
        {
            var who = $"{container["name"].Text} of {workload.Manifest}";
            var variables = container["env"].Items.ToDictionary(item => item["name"].Text!);
            var path = variables["PGSSLROOTCERT"]["value"].Text.ShouldNotBeNull();
            container["volumeMounts"]
                .Items.Select(mount => (mount["name"].Text, $"{mount["mountPath"].Text}/ca.crt"))
                .ShouldContain(("postgres-ca", path), who);
            workload.Pod["volumes"].Items.ShouldContain(volume => volume.At("secret.secretName").Text == "ca", who);
            variables
                .Values.Select(item => item.At("valueFrom.secretKeyRef.key").Text)
                .OfType<string>()
                .ShouldBe(["username", "pass.word"], who);
        }

        containers
            .Single(found => found.Container["name"].Text == "result")
            .Container["env"]
            .Items.ShouldContain(item => item["name"].Text == "NODE_EXTRA_CA_CERTS");
    }

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

    /// <summary>A quota of a resource takes only pods whose containers all have a limit of it, and a range only those above its least.</summary>
    [TestCase("limits", "cpu", "500m")]
    [TestCase("limits", "ephemeral-storage", "1Gi")]
    [TestCase("requests", "cpu", "50m")]
    public void What_stands_beside_a_component_has_what_the_component_has(string part, string resource, string quantity) =>
        Containers(
                """
                guards: {enabled: true}
                monitoring: {enabled: true}
                backup: {enabled: true}
                redis:
                  volume: {enabled: true}
                  ledger: {enabled: true}

                """
                    + string.Join(
                        '\n',
                        new[] { "redis", "postgres", "poll", "worker", "result", "traefik", "cadvisor" }.Select(component =>
                            component == "redis"
                                ? $"  resources: {{{part}: {{{resource}: {quantity}}}}}"
                                : $"{component}: {{resources: {{{part}: {{{resource}: {quantity}}}}}}}"
                        )
                    )
            )
            .Where(found => found.Container["resources"][part][resource].Text != quantity)
            .Select(found => $"{found.Container["name"].Text} of {found.Workload.Manifest}")
            .ShouldBeEmpty();

    [Test]
    public void Cadvisor_can_be_left_out_with_all_that_asks_for_it()
    {
        const string Values = "cadvisor: {enabled: false}\nmonitoring: {enabled: true}\nnetworkPolicy: {enabled: true}";
        BernsteinChart
            .Manifests(new ChartOptions { Values = Values })
            .Objects.Where(found => found.Name.Contains("cadvisor", StringComparison.Ordinal))
            .ShouldBeEmpty();
        // It only asks where the variable is set.
        Containers(Values)
            .SelectMany(found => found.Container["env"].Items)
            .ShouldNotContain(variable => variable["name"].Text == "CADVISOR");
    }

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

    private static IEnumerable<(Workload Workload, Bernstein.Kubernetes.Yaml.Node Container)> Containers(string values) =>
        Workloads(values).SelectMany(workload => workload.Containers.Select(container => (workload, container)));

    private static IReadOnlyList<Workload> Workloads(string values)
    {
        var found = BernsteinChart.Manifests(new ChartOptions { Values = values }).Objects.Select(Workload.Of).OfType<Workload>().ToArray();
        found.Length.ShouldBeGreaterThan(7);
        return found;
    }
}
