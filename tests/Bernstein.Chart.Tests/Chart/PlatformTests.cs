namespace Bernstein.Chart.Tests.Chart;

/// <summary>What clusters ask of everything that runs: a registry of their own, quotas, sidecars, a parent chart.</summary>
public sealed class PlatformTests
{
    private const string Everything = """
        guards: {enabled: true}
        monitoring: {enabled: true}
        backup: {enabled: true}

        """;

    [Test]
    public void Every_image_comes_from_the_registry_that_is_named_instead_of_its_own()
    {
        const string registry = "mirror.example.org:5000/hub";
        var images = BernsteinChart
            .Containers(
                $$"""
                global: {imageRegistry: '{{registry}}'}
                cadvisor: {image: 'ghcr.io/google/cadvisor:v0.53.0'}
                poll: {canary: {image: 'localhost/poll:next'} }
                redis: {volume: {enabled: true} }
                {{Everything}}
                """
            )
            .Select(found => found.Container["image"].Text!)
            .Distinct()
            .ToArray();
        images.ShouldAllBe(image => image.StartsWith($"{registry}/", StringComparison.Ordinal));
        images.Length.ShouldBe(11);
        string[] some =
        [
            "google/cadvisor:v0.53.0",
            "library/poll:next",
            "library/redis:5.0",
            "prometheuscommunity/postgres-exporter:v0.17.1",
        ];
        some.Append("library/haproxy:3.2").Select(image => $"{registry}/{image}").Except(images).ShouldBeEmpty();
    }

    [Test]
    public void Every_image_can_be_pinned_by_its_digest_and_is_pulled_when_and_with_the_Secrets_that_the_values_say()
    {
        const string digest = "@sha256:1111111111111111111111111111111111111111111111111111111111111111";
        var images = new[] { "redis:5.0", "postgres:12", "worker:k8s", "result:k8s", "traefik:1.7", "cadvisor:v0.53.0" };
        var containers = BernsteinChart.Containers(
            string.Join('\n', images.Select(image => $"{image.Split(':')[0]}: {{image: '{image}{digest}'}}"))
                + $$"""

                poll: {image: 'poll:k8s{{digest}}', canary: {image: 'poll{{digest}}'} }
                global: {imagePullPolicy: Always, imagePullSecrets: [one, {name: '2'}]}
                """
        );
        containers.Length.ShouldBeGreaterThan(7);
        containers.ShouldAllBe(found => found.Container["image"].Text!.EndsWith(digest));
        containers.ShouldAllBe(found => found.Container["imagePullPolicy"].Text == "Always");
        containers.ShouldAllBe(found =>
            found.Workload.Pod["imagePullSecrets"].Items.Select(secret => secret["name"].Text).SequenceEqual(new[] { "one", "2" })
        );
    }

    [Test]
    public void The_authority_of_an_external_database_is_there_for_all_who_speak_to_it()
    {
        var containers = BernsteinChart
            .Containers(
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
            container["volumeMounts"]
                .Items.Where(mount => mount["name"].Text == "postgres-ca")
                .Select(mount => $"{mount["mountPath"].Text}/ca.crt")
                .ShouldBe([variables["PGSSLROOTCERT"]["value"].Text!], who);
            workload.Pod["volumes"].Items.ShouldContain(volume => volume.At("secret.secretName").Text == "ca", who);
            variables
                .Values.Select(item => item.At("valueFrom.secretKeyRef.key").Text)
                .OfType<string>()
                .ShouldBe(["username", "pass.word"], who);
            variables.ContainsKey("NODE_EXTRA_CA_CERTS").ShouldBe(container["name"].Text == "result", who);
        }
    }

    /// <summary>
    /// A quota takes only pods whose containers all have a limit, and a range those above its least (apecloud/kubeblocks#2738, apache/couchdb-helm#125).
    /// </summary>
    [Test]
    public void What_stands_beside_a_component_has_what_the_component_reserves_and_may_use()
    {
        const string resources =
            "resources: {requests: {cpu: 60m, memory: 64Mi, ephemeral-storage: 1Gi}, limits: {cpu: 500m, memory: 512Mi, ephemeral-storage: 2Gi}}";
        var components = new[] { "postgres", "poll", "worker", "result", "traefik", "cadvisor" }.Select(name => $"{name}: {{{resources}}}");
        var containers = BernsteinChart
            .Containers(
                $"{Everything}redis: {{volume: {{enabled: true}}, ledger: {{enabled: true}}, {resources}}}\n{string.Join('\n', components)}"
            )
            .SelectMany(found => found.Workload.Pod["initContainers"].Items.Prepend(found.Container))
            .ToArray();
        containers
            .Select(container => container["name"].Text)
            .Distinct()
            .Order(StringComparer.Ordinal)
            .ShouldBe(
                "backup cadvisor exporter haproxy ledger poll postgres redis restore result test traefik votes-table worker".Split(' ')
            );
        containers.ShouldAllBe(container =>
            container.At("resources.requests.cpu").Text == "60m"
            && container.At("resources.requests.memory").Text == "64Mi"
            && container.At("resources.requests.ephemeral-storage").Text == "1Gi"
            && container.At("resources.limits.cpu").Text == "500m"
            && container.At("resources.limits.ephemeral-storage").Text == "2Gi"
        );
    }

    [Test]
    public void Cadvisor_can_be_left_out_with_all_that_asks_for_it()
    {
        const string values = "cadvisor: {enabled: false}\nmonitoring: {enabled: true}\nnetworkPolicy: {enabled: true}";
        BernsteinChart.Manifests(values).Objects.ShouldNotContain(found => found.Name.Contains("cadvisor", StringComparison.Ordinal));
        // It only asks where the variable is set.
        BernsteinChart
            .Containers(values)
            .SelectMany(found => found.Container["env"].Items)
            .ShouldNotContain(variable => variable["name"].Text == "CADVISOR");
    }

    /// <summary>helm/helm#32129: helm test --logs asks every hook of a test for its log, and a Service has none.</summary>
    [Test]
    public void Every_hook_of_a_test_is_a_pod() =>
        BernsteinChart
            .Manifests("")
            .Objects.Where(found => found.Root.At("metadata.annotations")["helm.sh/hook"].Text == "test")
            .Select(found => found.Kind)
            .ShouldBe(["Pod"]);
}
