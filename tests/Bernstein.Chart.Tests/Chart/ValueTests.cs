namespace Bernstein.Chart.Tests.Chart;

/// <summary>What the values do.</summary>
public sealed class ValueTests
{
    [TestCase("poll")]
    [TestCase("result")]
    [TestCase("worker")]
    [TestCase("traefik")]
    public void Zero_instances_are_zero(string component) =>
        Workload(component, $"{component}: {{replicas: 0}}").At("spec.replicas").Number.ShouldBe(0);

    [TestCase("redis")]
    [TestCase("postgres")]
    [TestCase("poll")]
    [TestCase("worker")]
    [TestCase("result")]
    [TestCase("traefik")]
    public void A_component_can_be_placed(string component)
    {
        var pod = Workload(
                component,
                $$"""
                {{component}}:
                  nodeSelector: {disk: "1"}
                  tolerations: [{key: nvidia.com/gpu, operator: Exists}]
                  priorityClassName: high
                  podAnnotations: {note: "yes"}
                  resources:
                    limits: {nvidia.com/gpu: 1}
                """
            )
            .At("spec.template");
        pod.At("spec.nodeSelector.disk").ShouldBeOfType<Scalar>().Type.ShouldBe(ScalarType.Text);
        pod.At("spec.tolerations[0].key").Text.ShouldBe("nvidia.com/gpu");
        pod.At("spec.priorityClassName").Text.ShouldBe("high");
        pod.At("metadata.annotations.note").Text.ShouldBe("yes");
        pod.At("spec.containers[0].resources.limits")["nvidia.com/gpu"].Number.ShouldBe(1);
    }

    [Test]
    public void Where_instances_need_not_run_apart_one_of_two_may_go_and_a_single_one_stays()
    {
        var poll = Workload("poll", "poll: {spread: {rule: preferred}}");
        (poll.At("spec.strategy.rollingUpdate.maxSurge").Number, poll.At("spec.strategy.rollingUpdate.maxUnavailable").Text).ShouldBe(
            (1, "50%")
        );
        poll.At("spec.template.spec.affinity.podAntiAffinity.requiredDuringSchedulingIgnoredDuringExecution").IsSet.ShouldBeFalse();
    }

    [Test]
    public void Instances_can_run_apart_by_zone() =>
        Workload("result", "result: {spread: {over: zone}}")
            .At("spec.template.spec.affinity.podAntiAffinity.requiredDuringSchedulingIgnoredDuringExecution[0].topologyKey")
            .Text.ShouldBe("topology.kubernetes.io/zone");

    [TestCase("1.19", "autoscaling/v2beta2")]
    [TestCase("1.23", "autoscaling/v2")]
    [TestCase("1.35", "autoscaling/v2")]
    public void An_autoscaler_owns_the_number_of_instances(string kubernetes, string apiVersion)
    {
        var manifests = Manifests("poll: {autoscaling: {enabled: true, minReplicas: 1}, spread: {rule: none}}", kubernetes);
        var autoscaler = manifests.In("autoscaling.yaml").Single();
        (autoscaler.ApiVersion, autoscaler.Root.At("spec.minReplicas").Number).ShouldBe((apiVersion, 1));
        manifests.In("poll.deployment.yaml").Single().Root.At("spec.replicas").IsSet.ShouldBeFalse();
    }

    [TestCase("1.20", "policy/v1beta1", null)]
    [TestCase("1.21", "policy/v1", null)]
    [TestCase("1.27", "policy/v1", "AlwaysAllow")]
    public void A_disruption_budget_always_lets_one_instance_go(string kubernetes, string apiVersion, string? unhealthy)
    {
        var budget = Manifests("traefik: {disruptionBudget: {enabled: true}}", kubernetes).In("disruptionBudgets.yaml").Single();
        (budget.ApiVersion, budget.Namespace, budget.Root.At("spec.maxUnavailable").Number).ShouldBe((apiVersion, "kube-public", 1));
        budget.Root.At("spec.unhealthyPodEvictionPolicy").Text.ShouldBe(unhealthy);
    }

    [Test]
    public void Databases_outside_the_cluster_take_the_place_of_ours()
    {
        var manifests = Manifests(
            """
            redis: {external: {host: redis.example.org}}
            postgres: {external: {host: db.example.org, port: 6432, sslMode: require}, password: not-a-secret}
            """
        );
        manifests
            .Files.Select(file => file.Path)
            .ShouldNotContain(path =>
                path.StartsWith("redis.deployment") || path.StartsWith("postgres.deployment") || path.EndsWith("volume.yaml")
            );
        manifests.In("redis.configmap.yaml").Single().Root.At("data.REDIS_HOST").Text.ShouldBe("redis.example.org");
        manifests
            .In("postgres.configmap.yaml")
            .Single()
            .Root.At("data.POSTGRES_PORT")
            .ShouldBeOfType<Scalar>()
            .ShouldSatisfyAllConditions(port => port.Value.ShouldBe("6432"), port => port.Type.ShouldBe(ScalarType.Text));
        manifests
            .In("votes-table.job.yaml")
            .Single()
            .Root.At("spec.template.spec.containers[0].env")
            .Items.ShouldContain(item => item["name"].Text == "PGSSLMODE" && item["value"].Text == "require");
    }

    [Test]
    public void The_votes_table_Job_has_a_new_name_when_its_content_changes()
    {
        static string Name(string values) => Manifests(values).In("votes-table.job.yaml").Single().Name;
        Name("postgres: {image: 'postgres:12.22'}").ShouldNotBe(Name("{}"));
        Name("postgres: {database: other}").ShouldNotBe(Name("{}"));
        Name("poll: {replicas: 3}").ShouldBe(Name("{}"));
    }

    [Test]
    public void The_queue_can_be_kept_on_a_claim()
    {
        var manifests = Manifests("redis: {volume: {enabled: true, storageClass: fast, size: 2Gi}}");
        var claim = manifests.In("redis.volume.yaml").Single();
        (claim.Root.At("spec.storageClassName").Text, claim.Root.At("spec.resources.requests.storage").Text).ShouldBe(("fast", "2Gi"));
        manifests
            .In("redis.deployment.yaml")
            .Single()
            .Root.At("spec.template.spec.volumes[0].persistentVolumeClaim.claimName")
            .Text.ShouldBe(claim.Name);
    }

    [Test]
    public void A_folder_of_a_node_can_be_pinned_to_it() =>
        Manifests("postgres: {volume: {hostPath: /data, node: '1'}}")
            .In("postgres.volume.yaml")[0]
            .Root.At("spec.nodeAffinity.required.nodeSelectorTerms[0].matchExpressions[0].values[0]")
            .ShouldBeOfType<Scalar>()
            .Type.ShouldBe(ScalarType.Text);

    [TestCase("traefik:1.7", "--kubernetes")]
    [TestCase("registry.example.org:5000/traefik:v2.11", "--providers.kubernetesingress=true")]
    [TestCase("traefik:v3.1.2", "--providers.kubernetesingress=true")]
    public void Traefik_is_configured_by_the_major_version_of_its_tag(string image, string argument) =>
        Workload("traefik", $"traefik: {{image: '{image}'}}")
            .At("spec.template.spec.containers[0].args")
            .Items.Select(item => item.Text)
            .ShouldContain(argument);

    [Test]
    public void The_dashboard_can_be_switched_off()
    {
        var manifests = Manifests("traefik: {dashboard: {enabled: false}}");
        manifests.In("traefik.service.yaml").Single().Root.At("spec.ports").Items.Select(port => port["port"].Number).ShouldBe([80]);
        manifests
            .In("traefik.deployment.yaml")
            .Single()
            .Root.At("spec.template.spec.containers[0].args")
            .Items.Select(item => item.Text)
            .ShouldNotContain("--api");
    }

    [Test]
    public void The_pages_can_be_served_over_TLS()
    {
        var manifests = Manifests("traefik: {image: 'traefik:v3.1', tls: {secretName: pages}}");
        manifests.In("poll.ingress.yaml").Single().Root.At("spec.tls[0].secretName").Text.ShouldBe("pages");
        manifests.In("traefik.service.yaml").Single().Root.At("spec.ports[1].nodePort").Number.ShouldBe(30443);
    }

    [TestCase("NodePort", ":30443")]
    [TestCase("LoadBalancer", "websecure")]
    public void Over_TLS_http_can_lead_to_https(string service, string target)
    {
        Arguments($"{{secretName: pages, redirect: true}}, service: {{type: {service}}}")
            .ShouldBe([
                $"--entrypoints.web.http.redirections.entrypoint.to={target}",
                "--entrypoints.web.http.redirections.entrypoint.scheme=https",
            ]);
        Arguments("{secretName: pages}").ShouldBeEmpty();
        Arguments("{redirect: true}").ShouldBeEmpty();

        static IEnumerable<string> Arguments(string tls) =>
            Manifests($"traefik: {{image: 'traefik:v3.1', tls: {tls}}}")
                .In("traefik.deployment.yaml")
                .Single()
                .Root.At("spec.template.spec.containers[0].args")
                .Items.Select(item => item.Text!)
                .Where(argument => argument.Contains(".redirections.", StringComparison.Ordinal));
    }

    [Test]
    public void A_canary_gets_its_share_of_the_requests_by_either_way_to_poll()
    {
        var manifests = Manifests("poll: {canary: {image: 'poll:next', weight: 25, replicas: 0}, nodeSelector: {disk: ssd}}");
        var canary = manifests.In("poll.canary.yaml").Single(found => found.Kind == "Deployment").Root;
        (
            canary.At("spec.replicas").Number,
            canary.At("spec.template.spec.containers[0].image").Text,
            canary.At("spec.template.spec.nodeSelector.disk").Text
        ).ShouldBe((0, "poll:next", "ssd"));
        // Where every node holds an instance of poll already, there would be none for it.
        canary.At("spec.template.spec.affinity").IsSet.ShouldBeFalse();
        manifests
            .In("poll.ingress.yaml")
            .Single()
            .Root.At("metadata.annotations")["traefik.ingress.kubernetes.io/service-weights"]
            .Text.ShouldBe("poll: 75%\npoll-canary: 25%\n");
        var routes = manifests.In("traefik.configmap.yaml").Single().Root.At("data")["routes.toml"].Text.ShouldNotBeNull();
        routes.ShouldContain("url = \"http://poll.default.svc:80\"\n  weight = 75\n");
        routes.ShouldContain("url = \"http://poll-canary.default.svc:80\"\n  weight = 25\n");
        Assessment
            .Of(new Submission(manifests, new Version(1, 35)))
            .Outcomes.Where(outcome => outcome.Verdict.Status != Status.Pass)
            .ShouldBeEmpty();
    }

    [Test]
    public void A_load_balancer_opens_the_pages_and_not_the_dashboard()
    {
        var services = Manifests("traefik: {service: {type: LoadBalancer, annotations: {note: 'yes'}}}").In("traefik.service.yaml");
        services
            .Select(service =>
                (
                    service.Name,
                    service.Root.At("spec.type").Text,
                    service.Root.At("spec.ports[0].nodePort").Number,
                    service.Root.At("metadata.annotations.note").Text
                )
            )
            .ShouldBe([("traefik", "LoadBalancer", 30021, "yes"), ("traefik-dashboard", "NodePort", 30042, "yes")]);
        services.ShouldAllBe(service => service.Root.At("spec.ports").Items.Count == 1);
        Manifests("traefik: {service: {type: LoadBalancer}, dashboard: {enabled: false}}")
            .In("traefik.service.yaml")
            .Single()
            .Name.ShouldBe("traefik");
    }

    [Test]
    public void A_database_can_be_initialised_for_old_drivers() =>
        Workload("postgres", "postgres: {authentication: md5}")
            .At("spec.template.spec.containers[0].env")
            .Items.ShouldContain(item => item["name"].Text == "POSTGRES_INITDB_ARGS" && item["value"].Text == "--auth-host=md5");

    [TestCase("yes")]
    [TestCase("1e3")]
    [TestCase("null")]
    public void A_text_that_YAML_would_take_for_something_else_is_quoted(string database) =>
        Manifests($"postgres: {{database: \"{database}\"}}")
            .In("postgres.configmap.yaml")
            .Single()
            .Root.At("data.POSTGRES_DB")
            .ShouldBeOfType<Scalar>()
            .ShouldSatisfyAllConditions(name => name.Value.ShouldBe(database), name => name.Type.ShouldBe(ScalarType.Text));

    private static Node Workload(string component, string values) => Manifests(values).In($"{component}.deployment.yaml").Single().Root;

    private static ManifestFolder Manifests(string values, string? kubernetes = null) =>
        BernsteinChart.Manifests(new ChartOptions { Values = values, KubernetesVersion = kubernetes });
}
