using Bernstein.Check.Requirements;
using NUnit.Framework;
using Shouldly;

namespace Bernstein.Chart.Tests.Requirements;

/// <summary>What a letter requirement lets pass and what not, clause by clause of "How a letter requirement is judged".</summary>
public sealed class LetterTests
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
    [TestCase("replicas: 2.0", Status.Fail)]
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

    [TestCase("type: NodePort", Status.Pass)]
    [TestCase("type: LoadBalancer", Status.Pass)]
    [TestCase("type: ClusterIP", Status.Fail)]
    [TestCase("sessionAffinity: None", Status.Fail)]
    public void A_node_port_needs_a_service_that_has_them(string type, Status expected) =>
        Sample.Reference.With("traefik.service.yaml", "type: NodePort", type).Judge("traefik.node-port.http").Status.ShouldBe(expected);

    [Test]
    public void A_node_port_belongs_to_the_same_port()
    {
        var crossed = Sample
            .Reference.With("traefik.service.yaml", "30021", "x")
            .With("traefik.service.yaml", "30042", "30021")
            .With("traefik.service.yaml", "x", "30042");
        crossed.Judge("traefik.node-port.http").Status.ShouldBe(Status.Fail);
        crossed.Judge("traefik.node-port.dashboard").Status.ShouldBe(Status.Fail);
    }

    private const string Ingress = """
        apiVersion: extensions/v1beta1
        kind: Ingress
        metadata: {name: poll, namespace: NAMESPACE}
        spec: {rules: [{host: HOST, http: {paths: [{PATH backend: {serviceName: SERVICE, servicePort: PORT}}]}}]}
        """;

    [TestCase("default", "poll.dop.io", "", "poll", "80", Status.Pass)]
    [TestCase("default", "poll.dop.io", "path: /,", "poll", "80", Status.Pass)]
    [TestCase("default", "poll.dop.io", "path: /poll,", "poll", "80", Status.Fail)]
    [TestCase("default", "poll.dop.io", "path: /, pathType: Exact,", "poll", "80", Status.Fail)]
    [TestCase("kube-public", "poll.dop.io", "", "poll", "80", Status.Fail)]
    [TestCase("default", "result.dop.io", "", "poll", "80", Status.Fail)]
    [TestCase("default", "poll.dop.io", "", "result", "80", Status.Fail)]
    [TestCase("default", "poll.dop.io", "", "poll", "8080", Status.Fail)]
    [TestCase("default", "poll.dop.io", "", "poll", "http", Status.Fail)]
    public void A_route_of_an_older_api_version_is_a_route(
        string scope,
        string host,
        string path,
        string service,
        string port,
        Status expected
    ) =>
        Sample
            .Reference.Holding(
                "poll.ingress.yaml",
                Ingress
                    .Replace("NAMESPACE", scope, StringComparison.Ordinal)
                    .Replace("HOST", host, StringComparison.Ordinal)
                    .Replace("PATH", path, StringComparison.Ordinal)
                    .Replace("SERVICE", service, StringComparison.Ordinal)
                    .Replace("PORT", port, StringComparison.Ordinal)
            )
            .Judge("poll.route")
            .Status.ShouldBe(expected);

    [Test]
    public void A_route_names_a_port_by_its_name() =>
        Sample
            .Reference.With("poll.ingress.yaml", "number: 80", "name: http")
            .With("poll.service.yaml", "- port: 80", "- name: http\n    port: 80")
            .Judge("poll.route")
            .Status.ShouldBe(Status.Pass);

    [TestCase("defaultBackend: {service: {name: redis, port: {number: 6379}}}", "default", Status.Fail)]
    [TestCase("backend: {serviceName: redis, servicePort: 6379}", "default", Status.Fail)]
    [TestCase("defaultBackend: {service: {name: redis, port: {number: 6379}}}", "kube-public", Status.Pass)]
    [TestCase("defaultBackend: {service: {name: poll, port: {number: 80}}}", "default", Status.Pass)]
    public void An_ingress_of_any_file_makes_a_queue_reachable(string backend, string scope, Status expected) =>
        Sample
            .Reference.Holding(
                "others/extra.yaml",
                $"{{apiVersion: networking.k8s.io/v1, kind: Ingress, metadata: {{name: extra, namespace: {scope}}}, spec: {{{backend}}}}}"
            )
            .Judge("redis.not-routed")
            .Status.ShouldBe(expected);

    [Test]
    public void A_second_service_of_the_queue_must_not_be_routed_either() =>
        Sample
            .Reference.Holding(
                "extra.yaml",
                "{apiVersion: v1, kind: Service, metadata: {name: queue}, spec: {selector: {app: redis}, ports: [{port: 6379}]}}"
            )
            .Holding(
                "more.yaml",
                "{apiVersion: networking.k8s.io/v1, kind: Ingress, metadata: {name: queue}, spec: {defaultBackend: {service: {name: queue, port: {number: 6379}}}}}"
            )
            .Judge("redis.not-routed")
            .Status.ShouldBe(Status.Fail);

    [TestCase("\"true\"", Status.Fail)]
    [TestCase("\"false\"", Status.Pass)]
    public void A_label_makes_a_worker_reachable(string value, Status expected) =>
        Sample
            .Reference.With("worker.deployment.yaml", "      labels:\n", $"      labels:\n        traefik.enable: {value}\n")
            .Judge("worker.not-routed")
            .Status.ShouldBe(expected);

    private const string RedisHost =
        "        env:\n        - name: REDIS_HOST\n          valueFrom:\n            configMapKeyRef:\n              name: redis\n              key: REDIS_HOST\n";

    [TestCase("env: [{name: REDIS_HOST, value: redis}]", Status.Pass, Status.Fail)]
    [TestCase("env: [{name: REDIS_HOST, value: \"\"}]", Status.Fail, Status.Fail)]
    [TestCase("env: [{name: REDIS_HOST}]", Status.Fail, Status.Fail)]
    [TestCase("env: [{name: redis_host, value: redis}]", Status.Fail, Status.Fail)]
    [TestCase("env: [{name: REDIS_HOST, valueFrom: {configMapKeyRef: {name: redis, key: HOST}}}]", Status.Fail, Status.Pass)]
    [TestCase("env: [{name: REDIS_HOST, valueFrom: {configMapKeyRef: {name: queue, key: REDIS_HOST}}}]", Status.Fail, Status.Pass)]
    [TestCase("env: [{name: REDIS_HOST, valueFrom: {fieldRef: {fieldPath: metadata.name}}}]", Status.Fail, Status.Fail)]
    [TestCase("envFrom: [{configMapRef: {name: redis}}]", Status.Pass, Status.Pass)]
    [TestCase("envFrom: [{prefix: REDIS_, configMapRef: {name: short}}]", Status.Pass, Status.Pass)]
    [TestCase("envFrom: [{prefix: REDIS_, configMapRef: {name: redis}}]", Status.Fail, Status.Fail)]
    [TestCase("{env: [{name: REDIS_HOST, value: redis}], envFrom: [{configMapRef: {name: redis}}]}", Status.Pass, Status.Fail)]
    [TestCase(
        "{env: [{name: REDIS_HOST, valueFrom: {configMapKeyRef: {name: none, key: X, optional: true}}}], envFrom: [{configMapRef: {name: redis}}]}",
        Status.Pass,
        Status.Pass
    )]
    [TestCase("env: [{name: REDIS_HOST, valueFrom: {configMapKeyRef: {name: none, key: X, optional: true}}}]", Status.Fail, Status.Pass)]
    [TestCase("envFrom: [{configMapRef: {name: none}}]", Status.Fail, Status.Pass)]
    [TestCase("envFrom: [{configMapRef: {name: none, optional: true}}]", Status.Fail, Status.Pass)]
    [TestCase("envFrom: [{prefix: REDIS_, configMapRef: {name: none}}]", Status.Fail, Status.Pass)]
    [TestCase("envFrom: [{prefix: POSTGRES_, configMapRef: {name: none}}]", Status.Fail, Status.Fail)]
    [TestCase("envFrom: [{secretRef: {name: none}}]", Status.Fail, Status.Fail)]
    [TestCase("envFrom: [{configMapRef: {name: none}}, {secretRef: {name: none}}]", Status.Fail, Status.Pass)]
    [TestCase("envFrom: [{configMapRef: {name: none}}, {configMapRef: {name: postgres}}]", Status.Fail, Status.Pass)]
    [TestCase("{env: [{name: REDIS_HOST, value: redis}], envFrom: [{configMapRef: {name: none}}]}", Status.Pass, Status.Fail)]
    [TestCase("env: {REDIS_HOST: redis}", Status.Fail, Status.Fail)]
    public void An_environment_is_resolved_as_Kubernetes_does(string written, Status has, Status shared)
    {
        var lines = written.StartsWith('{')
            ? written[1..^1].Replace("], envFrom", "]\n        envFrom", StringComparison.Ordinal)
            : written;
        var sample = Sample
            .Reference.With("poll.deployment.yaml", RedisHost, $"        {lines}\n")
            .Holding("extra.yaml", "{apiVersion: v1, kind: ConfigMap, metadata: {name: short}, data: {HOST: redis}}");
        sample.Judge("poll.env.REDIS_HOST").Status.ShouldBe(has);
        sample.Judge("config.shared").Status.ShouldBe(shared);
    }

    [TestCase("data:\n  POSTGRES_USER: YmVybnN0ZWlu\n  POSTGRES_PASSWORD: bGVvbmFyZA==", Status.Pass)]
    [TestCase("stringData:\n  POSTGRES_USER: bernstein\n  POSTGRES_PASSWORD: leonard", Status.Pass)]
    [TestCase("data:\n  POSTGRES_USER: YmVybnN0ZWlu\n  POSTGRES_PASSWORD: not base64", Status.Pass)]
    [TestCase("data:\n  POSTGRES_USER: YmVybnN0ZWlu\n  POSTGRES_PASSWORD: \"\"", Status.Fail)]
    [TestCase("data:\n  POSTGRES_USER: YmVybnN0ZWlu", Status.Fail)]
    public void A_password_is_a_key_of_a_Secret_that_is_not_empty(string content, Status expected) =>
        Sample
            .Reference.Holding("postgres.secret.yaml", $"apiVersion: v1\nkind: Secret\nmetadata:\n  name: postgres\n{content}\n")
            .Judge("postgres.env.POSTGRES_PASSWORD")
            .Status.ShouldBe(expected);

    [TestCase("envFrom: [{secretRef: {name: none}}]", Status.Pass)]
    [TestCase("envFrom: [{configMapRef: {name: none}}, {secretRef: {name: none}}]", Status.Pass)]
    [TestCase("envFrom: [{configMapRef: {name: none}}]", Status.Fail)]
    [TestCase("env: []", Status.Fail)]
    public void Credentials_may_come_from_a_Secret_that_is_not_among_the_files(string written, Status expected) =>
        Sample
            .Reference.With("postgres.deployment.yaml", "- name: POSTGRES_USER", "- name: USER")
            .With("postgres.deployment.yaml", "- name: POSTGRES_PASSWORD", "- name: PASSWORD")
            .With("postgres.deployment.yaml", "        env:\n", $"        {written}\n        env:\n")
            .Judge("config.credentials")
            .Status.ShouldBe(expected);

    [TestCase("mountPath: /var/lib/postgresql/data", "", Status.Pass)]
    [TestCase("mountPath: /var/lib/postgresql/data/", "", Status.Pass)]
    [TestCase("mountPath: /var/lib/postgresql", "/var/lib/postgresql/votes", Status.Pass)]
    [TestCase("mountPath: /var/lib/postgresql", "", Status.Fail)]
    [TestCase("mountPath: /var/lib/postgresql", "/srv/votes", Status.Fail)]
    [TestCase("mountPath: /var/lib/postgresql/database", "", Status.Fail)]
    public void A_volume_is_mounted_at_the_data_directory_or_above_it(string mount, string directory, Status expected)
    {
        var sample = Sample.Reference.With("postgres.deployment.yaml", "mountPath: /var/lib/postgresql/data", mount);
        (
            directory.Length == 0
                ? sample
                : sample.With(
                    "postgres.deployment.yaml",
                    "        env:\n",
                    $"        env:\n        - name: PGDATA\n          value: {directory}\n"
                )
        )
            .Judge("postgres.volume")
            .Status.ShouldBe(expected);
    }

    [TestCase("persistentVolumeClaim:\n          claimName: postgres", "emptyDir: {}")]
    [TestCase("- name: data\n        persistent", "- name: disk\n        persistent")]
    public void A_volume_is_a_claim(string from, string to) =>
        Sample.Reference.With("postgres.deployment.yaml", from, to).Judge("postgres.volume").Status.ShouldBe(Status.Fail);

    private const string Affinity = """
              affinity:
                podAntiAffinity:
                  requiredDuringSchedulingIgnoredDuringExecution:
                  - topologyKey: kubernetes.io/hostname
                    labelSelector:
                      matchLabels:
                        app: poll

        """;

    private const string Required =
        "affinity: {podAntiAffinity: {requiredDuringSchedulingIgnoredDuringExecution: [{topologyKey: kubernetes.io/hostname, REST}]}}";
    private const string Constraint =
        "topologySpreadConstraints: [{topologyKey: kubernetes.io/hostname, whenUnsatisfiable: DoNotSchedule, maxSkew: 1, minDomains: 2, REST}]";

    [TestCase(Required, "labelSelector: {matchLabels: {app: poll}}", Status.Pass, "")]
    [TestCase(Required, "labelSelector: {matchExpressions: [{key: app, operator: In, values: [poll, vote]}]}", Status.Pass, "")]
    [TestCase(Required, "labelSelector: {matchExpressions: [{key: app, operator: Exists}]}", Status.Pass, "")]
    [TestCase(Required, "labelSelector: {matchExpressions: [{key: tier, operator: DoesNotExist}]}", Status.Pass, "")]
    [TestCase(Required, "labelSelector: {matchExpressions: [{key: app, operator: NotIn, values: [poll]}]}", Status.Fail, "(app: poll)")]
    [TestCase(Required, "labelSelector: {matchLabels: {app: pol}}", Status.Fail, "(app: poll)")]
    [TestCase(Required, "labelSelector: {}", Status.Fail, "labelSelector is empty")]
    [TestCase(Required, "labelSelector: {app: poll}", Status.Fail, "labelSelector is empty")]
    [TestCase(Required, "labelSelector: , matchLabels: {app: poll}", Status.Fail, "indent it further")]
    [TestCase(Required, "namespaces: [default], labelSelector: {matchLabels: {app: poll}}", Status.Pass, "")]
    [TestCase(Required, "namespaces: [votes], labelSelector: {matchLabels: {app: poll}}", Status.Fail, "other namespaces")]
    [TestCase(Constraint, "labelSelector: {matchLabels: {app: poll}}", Status.Pass, "")]
    [TestCase(Constraint, "labelSelector: {matchLabels: {app: result}}", Status.Fail, "(app: poll)")]
    [TestCase(
        "topologySpreadConstraints: [{topologyKey: kubernetes.io/hostname, whenUnsatisfiable: DoNotSchedule, maxSkew: 1, REST}]",
        "labelSelector: {matchLabels: {app: poll}}",
        Status.Fail,
        "minDomains: 2"
    )]
    [TestCase(
        "topologySpreadConstraints: [{topologyKey: kubernetes.io/hostname, whenUnsatisfiable: ScheduleAnyway, maxSkew: 1, minDomains: 2, REST}]",
        "labelSelector: {matchLabels: {app: poll}}",
        Status.Fail,
        "DoNotSchedule"
    )]
    [TestCase(
        "affinity: {podAffinity: {requiredDuringSchedulingIgnoredDuringExecution: [{topologyKey: kubernetes.io/hostname, REST}]}}",
        "labelSelector: {matchLabels: {app: poll}}",
        Status.Fail,
        "podAffinity puts"
    )]
    [TestCase(
        "affinity: {podAntiAffinity: {preferredDuringSchedulingIgnoredDuringExecution: [{weight: 1, REST}]}}",
        "podAffinityTerm: {}",
        Status.Fail,
        "only preferred"
    )]
    [TestCase("affinity: poll # REST", "", Status.Fail, "nothing keeps")]
    public void Instances_are_kept_apart_by_a_rule_that_must_hold(string rule, string rest, Status expected, string said)
    {
        var verdict = Sample
            .Reference.With("poll.deployment.yaml", Affinity, $"      {rule.Replace("REST", rest, StringComparison.Ordinal)}\n")
            .Judge("poll.spread");
        verdict.Status.ShouldBe(expected);
        string.Concat(verdict.Findings.Select(finding => finding.Message)).ShouldContain(said);
    }

    [TestCase("nodeSelector: {}", Status.Pass)]
    [TestCase("nodeSelector: {disk: ssd}", Status.Fail)]
    [TestCase("nodeName: one", Status.Fail)]
    [TestCase("affinity: {nodeAffinity: {requiredDuringSchedulingIgnoredDuringExecution: {nodeSelectorTerms: [{}]}}}", Status.Fail)]
    [TestCase("affinity: {nodeAffinity: {preferredDuringSchedulingIgnoredDuringExecution: []}}", Status.Pass)]
    public void Every_node_is_every_node(string written, Status expected) =>
        Sample
            .Reference.With("cadvisor.daemonset.yaml", "restartPolicy: Always", $"restartPolicy: Always\n      {written}")
            .Judge("cadvisor.every-node")
            .Status.ShouldBe(expected);

    [TestCase("traefik.rbac.yaml", "  - secrets\n", "", Status.Fail)]
    [TestCase("traefik.rbac.yaml", "  - watch\n", "", Status.Fail)]
    [TestCase("traefik.rbac.yaml", "  - extensions\n", "", Status.Pass)]
    [TestCase("traefik.rbac.yaml", "  - ingresses\n", "  - \"*\"\n", Status.Pass)]
    [TestCase("traefik.rbac.yaml", "  kind: ClusterRole\n  name: traefik", "  kind: ClusterRole\n  name: cluster-admin", Status.Pass)]
    [TestCase("traefik.rbac.yaml", "  kind: ClusterRole\n  name: traefik", "  kind: ClusterRole\n  name: view", Status.Fail)]
    [TestCase("traefik.rbac.yaml", "kind: ClusterRoleBinding", "kind: RoleBinding", Status.Fail)]
    [TestCase(
        "traefik.rbac.yaml",
        "- kind: ServiceAccount\n  name: traefik\n  namespace: kube-public",
        "- kind: ServiceAccount\n  name: traefik\n  namespace: default",
        Status.Fail
    )]
    [TestCase("traefik.rbac.yaml", "- apiGroups:\n  - \"\"", "- resourceNames: [poll]\n  apiGroups:\n  - \"\"", Status.Fail)]
    [TestCase("traefik.deployment.yaml", "      serviceAccountName: traefik\n", "", Status.Fail)]
    [TestCase("traefik.deployment.yaml", "serviceAccountName: traefik", "serviceAccount: traefik", Status.Pass)]
    public void Traefik_may_read_what_it_is_bound_to(string file, string from, string to, Status expected) =>
        Sample.Reference.With(file, from, to).Judge("traefik.authorization").Status.ShouldBe(expected);

    [Test]
    public void A_missing_workload_fails_every_letter_requirement_judged_on_it()
    {
        var sample = Sample.Reference.Without("redis.deployment.yaml");
        new[] { "image", "namespace", "replicas", "restart", "port", "not-routed" }
            .Select(name => sample.Judge($"redis.{name}").Status)
            .ShouldAllBe(status => status == Status.Fail);
    }

    [Test]
    public void A_missing_workload_is_looked_for_elsewhere() =>
        Sample
            .Reference.Without("poll.deployment.yaml")
            .Holding("sub/all.yaml", "apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: poll}")
            .Judge("poll.image")
            .Findings.ShouldHaveSingleItem()
            .Message.ShouldBe("there is no file poll.deployment.yaml; Deployment poll stands in sub/all.yaml:1");

    [Test]
    public void A_workload_of_another_kind_is_named() =>
        Sample
            .Reference.With("poll.deployment.yaml", "kind: Deployment", "kind: StatefulSet")
            .Judge("poll.image")
            .Findings.ShouldHaveSingleItem()
            .Message.ShouldBe("poll.deployment.yaml holds StatefulSet poll, and no Deployment");

    [Test]
    public void A_message_is_one_line_of_bounded_length_whatever_is_found()
    {
        var message = Sample
            .Reference.With("poll.deployment.yaml", "image: epitechcontent/t-dop-600-poll:k8s", $"image: \"a\\nb{new string('x', 5000)}\"")
            .Judge("poll.image")
            .Findings.ShouldHaveSingleItem()
            .Message;
        message.ShouldNotContain("\n");
        message.Length.ShouldBeLessThan(600);
    }
}
