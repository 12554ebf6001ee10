using Bernstein.Check.Requirements;
using NUnit.Framework;
using Shouldly;

namespace Bernstein.Chart.Tests.Requirements;

/// <summary>What a wiring requirement lets pass and what not, and where it is not judged.</summary>
public sealed class WiringTests
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

    [TestCase("wiring.redis-host", "redis.service.yaml")]
    [TestCase("wiring.postgres-host", "postgres.service.yaml")]
    [TestCase("wiring.postgres-port", "postgres.service.yaml")]
    [TestCase("wiring.single-writer", "postgres.deployment.yaml")]
    [TestCase("wiring.data-directory", "postgres.deployment.yaml")]
    [TestCase("wiring.claim", "postgres.deployment.yaml")]
    [TestCase("wiring.claim", "postgres.volume.yaml")]
    [TestCase("wiring.control-plane", "cadvisor.daemonset.yaml")]
    [TestCase("wiring.traefik-arguments", "traefik.deployment.yaml")]
    [TestCase("wiring.votes-table", "votes-table.job.yaml")]
    [TestCase("wiring.votes-table", "worker.deployment.yaml")]
    [TestCase("wiring.secret-encoding", "postgres.secret.yaml")]
    [TestCase("wiring.sticky", "result.deployment.yaml")]
    [TestCase("wiring.sticky", "result.service.yaml")]
    [TestCase("wiring.sticky", "result.ingress.yaml")]
    public void What_is_not_there_is_not_judged(string identifier, string file) =>
        Sample.Reference.Without(file).Judge(identifier).Status.ShouldBe(Status.NotJudged);

    [Test]
    public void A_folder_without_cluster_scoped_objects_is_not_judged_on_their_scope() =>
        Sample
            .Reference.Without("traefik.rbac.yaml")
            .Without("postgres.volume.yaml")
            .Judge("wiring.scope")
            .Status.ShouldBe(Status.NotJudged);

    [Test]
    public void A_cluster_scoped_object_has_no_namespace() =>
        Sample
            .Reference.With(
                "traefik.rbac.yaml",
                "kind: ClusterRole\nmetadata:\n",
                "kind: ClusterRole\nmetadata:\n  namespace: kube-public\n"
            )
            .Judge("wiring.scope")
            .Status.ShouldBe(Status.Fail);

    [TestCase("replicas: 2", "replicas: 2\n  replicas: 2", Status.Fail)]
    [TestCase("replicas: 2", "replicsa: 2", Status.Fail)]
    [TestCase("replicas: 2", "# two\n  replicas: 2", Status.Pass)]
    [TestCase("kind: Deployment", "kind: Deployment\n\tx", Status.Fail)]
    public void A_document_has_only_fields_that_are_known_and_each_once(string from, string to, Status expected) =>
        Sample.Reference.With("poll.deployment.yaml", from, to).Judge("wiring.schema").Status.ShouldBe(expected);

    [TestCase(
        "kind: Deployment",
        "kind: Deployment\nkind: Deployment",
        "the key kind stands twice in Deployment poll; the last one counts"
    )]
    [TestCase("replicas: 2", "replicas: 2\n  replicas: 2", "the key replicas stands twice in spec; the last one counts")]
    [TestCase(
        "- containerPort: 80",
        "- containerPort: 80\n          containerPort: 80",
        "the key containerPort stands twice in ports; the last one counts"
    )]
    [TestCase("memory: 128M", "memory: 128M\n            memory: 128M", "the key memory stands twice in limits; the last one counts")]
    public void A_key_that_stands_twice_is_named_at_any_depth(string from, string to, string message) =>
        Sample
            .Reference.With("poll.deployment.yaml", from, to)
            .Judge("wiring.schema")
            .Findings.Select(finding => finding.Message)
            .ShouldBe([message]);

    [Test]
    public void An_object_without_a_name_is_called_by_its_kind() =>
        Sample
            .Reference.Holding(
                "poll.service.yaml",
                "apiVersion: v1\nkind: Service\nkind: Service\nmetadata: {namespace: default}\nspec: {ports: [{port: 80}]}\n"
            )
            .Judge("wiring.schema")
            .Findings.Select(finding => finding.Message)
            .ShouldBe(["the key kind stands twice in Service; the last one counts", "Service has no metadata.name"]);

    [TestCase("redis.service.yaml", "app: redis", "app: queue", Status.Fail)]
    [TestCase("redis.service.yaml", "    app: redis", "    app: redis\n    tier: back", Status.Fail)]
    [TestCase("redis.service.yaml", "  selector:\n    app: redis\n", "", Status.Fail)]
    [TestCase("votes-table.job.yaml", "app: votes-table", "app: postgres", Status.Fail)]
    [TestCase("votes-table.job.yaml", "app: votes-table", "app: table", Status.Pass)]
    public void A_service_selects_the_pods_of_its_component_alone(string file, string from, string to, Status expected) =>
        Sample.Reference.With(file, from, to).Judge("wiring.selectors").Status.ShouldBe(expected);

    [Test]
    public void A_service_whose_component_has_no_workload_is_not_judged_on_what_it_selects() =>
        Sample
            .Reference.Without("redis.deployment.yaml")
            .With("redis.service.yaml", "app: redis", "app: poll")
            .Judge("wiring.selectors")
            .Status.ShouldBe(Status.Pass);

    [Test]
    public void A_service_may_select_other_pods_of_its_own_component() =>
        Sample
            .Reference.Holding("poll.canary.yaml", Sample.Reference.Files["poll.deployment.yaml"])
            .Judge("wiring.selectors")
            .Status.ShouldBe(Status.Pass);

    [TestCase("Role", "extension-apiserver-authentication-reader", "kube-system", Status.Pass)]
    [TestCase("Role", "extension-apiserver-authentication-reader", "default", Status.Fail)]
    [TestCase("ClusterRole", "extension-apiserver-authentication-reader", "kube-system", Status.Fail)]
    [TestCase("ClusterRole", "view", "default", Status.Pass)]
    [TestCase("ClusterRole", "system:auth-delegator", "default", Status.Pass)]
    [TestCase("ClusterRole", "viewer", "default", Status.Fail)]
    public void A_role_that_every_cluster_has_need_not_be_among_the_files(string kind, string role, string scope, Status expected) =>
        Sample
            .Reference.Holding(
                "extra.yaml",
                $"{{apiVersion: rbac.authorization.k8s.io/v1, kind: RoleBinding, metadata: {{name: extra, namespace: {scope}}}, roleRef: {{apiGroup: rbac.authorization.k8s.io, kind: {kind}, name: '{role}'}}}}"
            )
            .Judge("wiring.references")
            .Status.ShouldBe(expected);

    [TestCase("envFrom: [{configMapRef: {name: none}}]", Status.Fail)]
    [TestCase("envFrom: [{configMapRef: {name: none, optional: true}}]", Status.Pass)]
    [TestCase("envFrom: [{secretRef: {name: postgres}}]", Status.Pass)]
    [TestCase("env: [{name: X, valueFrom: {secretKeyRef: {name: postgres, key: NONE}}}]", Status.Fail)]
    [TestCase("env: [{name: X, valueFrom: {secretKeyRef: {name: postgres, key: NONE, optional: true}}}]", Status.Pass)]
    public void What_a_container_names_is_among_the_files(string written, Status expected) =>
        Sample
            .Reference.With("redis.deployment.yaml", "        image: redis:5.0", $"        image: redis:5.0\n        {written}")
            .Judge("wiring.references")
            .Status.ShouldBe(expected);

    [TestCase("volumes: [{name: x, configMap: {name: none}}]", Status.Fail)]
    [TestCase("volumes: [{name: x, configMap: {name: redis, items: [{key: NONE, path: x}]}}]", Status.Fail)]
    [TestCase("volumes: [{name: x, configMap: {name: kube-root-ca.crt}}]", Status.Pass)]
    [TestCase("volumes: [{name: x, secret: {secretName: none}}]", Status.Fail)]
    [TestCase("volumes: [{name: x, projected: {sources: [{secret: {name: none}}]}}]", Status.Fail)]
    [TestCase("volumes: [{name: x, persistentVolumeClaim: {claimName: none}}]", Status.Fail)]
    [TestCase("serviceAccountName: default", Status.Pass)]
    [TestCase("serviceAccountName: traefik", Status.Fail)]
    [TestCase("imagePullSecrets: [{name: none}]", Status.Fail)]
    public void What_a_pod_names_is_among_the_files_of_its_namespace(string written, Status expected) =>
        Sample
            .Reference.With("redis.deployment.yaml", "      containers:", $"      {written}\n      containers:")
            .Judge("wiring.references")
            .Status.ShouldBe(expected);

    [TestCase("  storageClassName: manual\n  capacity", "  storageClassName: fast\n  capacity", Status.Fail)]
    [TestCase("  storageClassName: manual\n", "", Status.Pass)]
    [TestCase("storage: 1Gi\n  accessModes:", "storage: 1G\n  accessModes:", Status.Fail)]
    [TestCase("storage: 1Gi\n  accessModes:", "storage: 2048Mi\n  accessModes:", Status.Pass)]
    [TestCase(
        "  storageClassName: manual\n  accessModes:\n  - ReadWriteOnce",
        "  storageClassName: manual\n  accessModes:\n  - ReadWriteMany",
        Status.Fail
    )]
    [TestCase("  storageClassName: manual\n  accessModes", "  storageClassName: manual\n  volumeName: other\n  accessModes", Status.Fail)]
    [TestCase(
        "  storageClassName: manual\n  capacity",
        "  claimRef: {name: other, namespace: default}\n  storageClassName: manual\n  capacity",
        Status.Fail
    )]
    public void A_claim_binds_to_a_volume_that_fits(string from, string to, Status expected) =>
        Sample.Reference.With("postgres.volume.yaml", from, to).Judge("wiring.claim").Status.ShouldBe(expected);

    [TestCase("bGVvbmFyZA==", Status.Pass)]
    [TestCase("bGVvbmFyZAo=", Status.Fail)]
    [TestCase("bGVvbmFyZA", Status.Fail)]
    [TestCase("bGVv bmFyZA==", Status.Fail)]
    [TestCase("leonard!", Status.Fail)]
    [TestCase("//79", Status.Fail)]
    [TestCase("[bGVvbmFyZA==]", Status.Fail)]
    public void A_secret_is_base64_of_text_without_a_line_end(string value, Status expected) =>
        Sample.Reference.With("postgres.secret.yaml", "bGVvbmFyZA==", value).Judge("wiring.secret-encoding").Status.ShouldBe(expected);

    [TestCase("traefik:1.7", "[--api, --kubernetes]", Status.Pass)]
    [TestCase("traefik:1.7", "[--web, --Kubernetes]", Status.Pass)]
    [TestCase("traefik:1.7", "[--api=false, --kubernetes]", Status.Fail)]
    [TestCase("traefik:1.7", "[--api.dashboard, --kubernetes]", Status.Fail)]
    [TestCase("traefik:1.7", "[--api, --kubernetes.ingressclass=traefik]", Status.Fail)]
    [TestCase("traefik:1.7", "[api, kubernetes]", Status.Fail)]
    [TestCase("traefik:v2.11", "[--api.insecure, --providers.kubernetesIngress]", Status.Pass)]
    [TestCase("traefik:v2.11", "[--api.insecure=true, --providers.kubernetesingress.allowemptyservices=false]", Status.Pass)]
    [TestCase("traefik:v2.11", "[--api, --providers.kubernetesingress]", Status.Fail)]
    [TestCase("traefik:v2.11", "[--api.insecure, --providers.kubernetescrd]", Status.Fail)]
    [TestCase("traefik:v3", "[--api.insecure=false, --providers.kubernetesingress]", Status.Fail)]
    [TestCase("traefik:1.7", "[--api, --kubernetes, --api.insecure]", Status.Fail)]
    [TestCase("traefik:1.7", "[--api, --kubernetes, --providers.kubernetesingress]", Status.Fail)]
    [TestCase("traefik:1.7", "[--api, --kubernetes, '--entryPoints=Name:http Address::80']", Status.Pass)]
    [TestCase("traefik:1.7", "[--api, --kubernetes, '--entryPoints.web.address=:80']", Status.Fail)]
    [TestCase("traefik:1.7", "[--api, --kubernetes, --metrics.prometheus, --accesslog, --ping, --tracing.jaeger]", Status.Pass)]
    [TestCase("traefik:v2.11", "[--api.insecure, --providers.kubernetesingress, --logLevel=INFO]", Status.Fail)]
    [TestCase("traefik:v2.11", "[--api.insecure, --providers.kubernetesingress, --log.level=INFO, --pilot.token=x]", Status.Pass)]
    [TestCase("traefik:v2.11", "[--api.insecure, --providers.kubernetesingress, '--entryPoints=Name:http Address::80']", Status.Fail)]
    [TestCase("traefik:v3.1", "[--api.insecure, --providers.kubernetesingress, '--entrypoints.web.address=:80']", Status.Pass)]
    [TestCase("traefik:v3.1", "[--api.insecure, --providers.kubernetesingress, --pilot.token=x]", Status.Fail)]
    [TestCase("traefik:v3.1", "[--api.insecure, --providers.kubernetesingress, --tracing.jaeger]", Status.Fail)]
    [TestCase("traefik:latest", "[--api.insecure, --providers.kubernetesingress, --pilot.token=x]", Status.Pass)]
    public void Traefik_is_told_what_to_do_in_the_words_of_its_version(string image, string arguments, Status expected) =>
        Sample
            .Reference.With("traefik.deployment.yaml", "traefik:1.7", image)
            .With("traefik.deployment.yaml", "        args:\n        - --api\n        - --kubernetes\n", $"        args: {arguments}\n")
            .Judge("wiring.traefik-arguments")
            .Status.ShouldBe(expected);

    [Test]
    public void An_argument_of_another_version_is_named_with_its_line()
    {
        var finding = Sample
            .Reference.With(
                "traefik.deployment.yaml",
                "        - --kubernetes\n",
                "        - --kubernetes\n        - --API.insecure=true\n"
            )
            .Judge("wiring.traefik-arguments")
            .Findings.ShouldHaveSingleItem();
        finding.Message.ShouldBe("--API.insecure=true is an argument of Traefik 2 and later, and Traefik 1 refuses to start with it");
        finding.Location!.Line.ShouldBe(36);
    }

    [TestCase("volumeMounts: [{name: settings, mountPath: /etc/traefik}]", Status.Pass)]
    [TestCase("volumeMounts: []", Status.Fail)]
    public void Traefik_may_be_told_by_a_file_that_its_container_mounts(string mounts, Status expected) =>
        Sample
            .Reference.With("traefik.deployment.yaml", "        args:\n        - --api\n        - --kubernetes\n", $"        {mounts}\n")
            .With(
                "traefik.deployment.yaml",
                "      containers:",
                "      volumes: [{name: settings, configMap: {name: traefik}}]\n      containers:"
            )
            .Holding(
                "traefik.configmap.yaml",
                "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: traefik, namespace: kube-public}\ndata:\n  traefik.toml: |\n    [api]\n    [kubernetes]\n"
            )
            .Judge("wiring.traefik-arguments")
            .Status.ShouldBe(expected);

    [TestCase("type: RollingUpdate\n    rollingUpdate: {maxSurge: 0, maxUnavailable: 1}", Status.Pass)]
    [TestCase("type: RollingUpdate\n    rollingUpdate: {maxSurge: 1, maxUnavailable: 50%}", Status.Pass)]
    [TestCase("type: RollingUpdate\n    rollingUpdate: {maxSurge: 0, maxUnavailable: 25%}", Status.Pass)]
    [TestCase("type: RollingUpdate\n    rollingUpdate: {maxSurge: 1, maxUnavailable: 25%}", Status.Fail)]
    [TestCase("type: RollingUpdate\n    rollingUpdate: {maxSurge: 0, maxUnavailable: 0}", Status.Fail)]
    [TestCase("type: RollingUpdate\n    rollingUpdate: {maxSurge: 1, maxUnavailable: half}", Status.Fail)]
    [TestCase("type: RollingUpdate", Status.Fail)]
    [TestCase("type: Recreate", Status.Pass)]
    public void A_rollout_frees_a_node_before_it_needs_one(string strategy, Status expected) =>
        Sample
            .Reference.With(
                "poll.deployment.yaml",
                "type: RollingUpdate\n    rollingUpdate:\n      maxSurge: 0\n      maxUnavailable: 1",
                strategy
            )
            .Judge("wiring.rollout")
            .Status.ShouldBe(expected);

    [Test]
    public void A_number_of_replicas_beyond_all_bounds_is_counted_without_wrapping_round() =>
        Sample
            .Reference.With("poll.deployment.yaml", "replicas: 2", "replicas: 9223372036854775807")
            .With("poll.deployment.yaml", "maxUnavailable: 1", "maxUnavailable: 1000%")
            .Judge("wiring.rollout")
            .Status.ShouldBe(Status.Pass);

    [TestCase("type: Recreate", Status.Pass)]
    [TestCase("rollingUpdate: {maxSurge: 0}", Status.Pass)]
    [TestCase("rollingUpdate: {maxSurge: 0%}", Status.Pass)]
    [TestCase("rollingUpdate: {maxSurge: \"0\"}", Status.Fail)]
    [TestCase("rollingUpdate: {maxSurge: 25%}", Status.Fail)]
    [TestCase("type: RollingUpdate", Status.Fail)]
    public void Two_databases_never_share_a_directory(string strategy, Status expected) =>
        Sample
            .Reference.With("postgres.deployment.yaml", "type: Recreate", strategy)
            .Judge("wiring.single-writer")
            .Status.ShouldBe(expected);

    [TestCase("[{operator: Exists}]", Status.Pass)]
    [TestCase("[{operator: Exists, effect: NoSchedule}]", Status.Pass)]
    [TestCase("[{operator: Exists, effect: NoExecute}]", Status.Fail)]
    [TestCase("[{key: node-role.kubernetes.io/control-plane}, {key: node-role.kubernetes.io/master, effect: NoSchedule}]", Status.Pass)]
    [TestCase("[{key: node-role.kubernetes.io/control-plane, operator: Exists}]", Status.Fail)]
    [TestCase("[{key: node-role.kubernetes.io/master, operator: Exists}]", Status.Fail)]
    [TestCase(
        "[{key: node-role.kubernetes.io/control-plane, value: \"true\"}, {key: node-role.kubernetes.io/master, operator: Exists}]",
        Status.Fail
    )]
    public void Cadvisor_runs_on_control_plane_nodes_of_any_age(string tolerations, Status expected)
    {
        var file = Sample.Reference.Files["cadvisor.daemonset.yaml"];
        var (start, end) = (
            file.IndexOf("      tolerations:", StringComparison.Ordinal),
            file.IndexOf("      containers:", StringComparison.Ordinal)
        );
        Sample
            .Reference.Holding("cadvisor.daemonset.yaml", $"{file[..start]}      tolerations: {tolerations}\n{file[end..]}")
            .Judge("wiring.control-plane")
            .Status.ShouldBe(expected);
    }

    [TestCase("          subPath: data\n", "          subPath: votes\n", Status.Pass)]
    [TestCase("          subPath: data\n", "", Status.Fail)]
    [TestCase("          subPath: data\n", "          subPath: \"\"\n", Status.Fail)]
    public void A_fresh_disk_is_not_the_data_directory_itself(string from, string to, Status expected) =>
        Sample.Reference.With("postgres.deployment.yaml", from, to).Judge("wiring.data-directory").Status.ShouldBe(expected);

    [TestCase("/var/lib/postgresql/data/votes", Status.Pass)]
    [TestCase("/var/lib/postgresql/data", Status.Fail)]
    public void A_data_directory_below_the_mount_is_as_good_as_a_sub_path(string directory, Status expected) =>
        Sample
            .Reference.With("postgres.deployment.yaml", "          subPath: data\n", "")
            .With("postgres.deployment.yaml", "        env:\n", $"        env:\n        - name: PGDATA\n          value: {directory}\n")
            .Judge("wiring.data-directory")
            .Status.ShouldBe(expected);

    [TestCase("SELECT FROM votes", Status.Pass)]
    [TestCase("SELECT to_regclass('votes')", Status.Pass)]
    [TestCase("\\d votes", Status.Pass)]
    [TestCase("SELECT 1", Status.Fail)]
    public void A_worker_asks_for_the_table_that_a_job_creates(string query, Status expected) =>
        Sample.Reference.With("worker.deployment.yaml", "SELECT FROM votes", query).Judge("wiring.votes-table").Status.ShouldBe(expected);

    // A search that starts anew at every word takes minutes over such a text.
    [Test]
    public void A_long_script_is_searched_in_one_pass() =>
        Sample
            .Reference.With(
                "votes-table.job.yaml",
                "CREATE TABLE IF NOT EXISTS votes",
                string.Concat(Enumerable.Repeat("create table x ", 60_000))
            )
            .Judge("wiring.votes-table")
            .Status.ShouldBe(Status.NotJudged);

    [Test]
    public void A_long_configuration_file_is_searched_in_one_pass() =>
        Sample
            .Reference.With(
                "traefik.deployment.yaml",
                "        args:\n        - --api\n        - --kubernetes\n",
                "        volumeMounts: [{name: settings, mountPath: /etc/traefik}]\n"
            )
            .With(
                "traefik.deployment.yaml",
                "      containers:",
                "      volumes: [{name: settings, configMap: {name: traefik}}]\n      containers:"
            )
            .Holding(
                "traefik.configmap.yaml",
                $"{{apiVersion: v1, kind: ConfigMap, metadata: {{name: traefik, namespace: kube-public}}, data: {{traefik.toml: \"{string.Concat(Enumerable.Repeat("\\n", 400_000))}\"}}}}"
            )
            .Judge("wiring.traefik-arguments")
            .Status.ShouldBe(Status.Fail);

    [TestCase("networking.k8s.io/v1", "1.18", Status.Fail)]
    [TestCase("networking.k8s.io/v1", "1.19", Status.Pass)]
    [TestCase("networking.k8s.io/v1", "1.35", Status.Pass)]
    [TestCase("networking.k8s.io/v1beta1", "1.13", Status.Fail)]
    [TestCase("networking.k8s.io/v1beta1", "1.14", Status.Pass)]
    [TestCase("networking.k8s.io/v1beta1", "1.21", Status.Pass)]
    [TestCase("networking.k8s.io/v1beta1", "1.22", Status.Fail)]
    [TestCase("extensions/v1beta1", "1.21", Status.Pass)]
    [TestCase("extensions/v1beta1", "1.22", Status.Fail)]
    [TestCase("networking.k8s.io/v2", "1.35", Status.Fail)]
    [TestCase("networking.k8s.io/v1", null, Status.NotJudged)]
    public void An_ingress_is_of_a_version_that_the_cluster_serves(string api, string? version, Status expected)
    {
        var sample = Sample.Reference with { KubernetesVersion = version is null ? null : Version.Parse(version) };
        sample
            .With("poll.ingress.yaml", "networking.k8s.io/v1", api)
            .With("result.ingress.yaml", "networking.k8s.io/v1", api)
            .Judge("wiring.ingress-api")
            .Status.ShouldBe(expected);
    }

    private const string Affinity = "traefik.ingress.kubernetes.io/affinity";
    private const string Cookie = "traefik.ingress.kubernetes.io/service.sticky.cookie";

    private static string Annotations(string written) => $"  name: result\n  annotations: {{{written}}}\n";

    private static Sample Sticky(string image, string written) =>
        Sample
            .Reference.With("traefik.deployment.yaml", "image: traefik:1.7", $"image: {image}")
            .With("result.service.yaml", $"  name: result\n  annotations:\n    {Affinity}: \"true\"\n", Annotations(written));

    [TestCase("traefik:1.7", $"{Affinity}: \"true\"", Status.Pass)]
    [TestCase("traefik:1.7", "ingress.kubernetes.io/affinity: \"true\"", Status.Pass)]
    [TestCase("traefik:1.7", "traefik.backend.loadbalancer.stickiness: \"true\"", Status.Pass)]
    [TestCase("traefik:1.7", "traefik.backend.loadbalancer.sticky: \"true\"", Status.Pass)]
    [TestCase("traefik:1.7", $"{Affinity}: true", Status.Pass)]
    [TestCase("traefik:1.7", $"{Affinity}: \"false\"", Status.Fail)]
    [TestCase("traefik:1.7", $"{Affinity}: \"yes\"", Status.Fail)]
    [TestCase("traefik:1.7", $"{Cookie}: \"true\"", Status.Fail)]
    [TestCase("traefik:1.7", "", Status.Fail)]
    [TestCase("traefik:v2.11", $"{Cookie}: \"true\"", Status.Pass)]
    [TestCase("traefik:v2.11", $"{Affinity}: \"true\"", Status.Fail)]
    [TestCase("traefik:v3", $"{Cookie}: \"true\"", Status.Pass)]
    [TestCase("traefik:3@sha256:17", $"{Affinity}: \"true\"", Status.Fail)]
    [TestCase("traefik:latest", $"{Cookie}: \"true\"", Status.Pass)]
    [TestCase("traefik@sha256:17ab", $"{Affinity}: \"true\"", Status.Pass)]
    [TestCase("traefik", "", Status.Fail)]
    public void A_browser_stays_with_one_instance_in_the_words_of_its_traefik(string image, string written, Status expected) =>
        Sticky(image, written).Judge("wiring.sticky").Status.ShouldBe(expected);

    [Test]
    public void Without_a_traefik_either_way_to_stay_with_one_instance_will_do()
    {
        Sticky("traefik:1.7", $"{Affinity}: \"true\"")
            .Without("traefik.deployment.yaml")
            .Judge("wiring.sticky")
            .Status.ShouldBe(Status.Pass);
        Sticky("traefik:1.7", $"{Cookie}: \"true\"").Without("traefik.deployment.yaml").Judge("wiring.sticky").Status.ShouldBe(Status.Pass);
    }

    [TestCase(
        "traefik:1.7",
        "",
        "",
        "result.service.yaml:5: Service result does not keep a browser with one instance; asked for is the annotation traefik.ingress.kubernetes.io/affinity: \"true\" (Traefik 1)"
    )]
    [TestCase(
        "traefik:v2.11",
        "",
        $"{Cookie}: \"true\"",
        "result.ingress.yaml:5: the annotation traefik.ingress.kubernetes.io/service.sticky.cookie has no effect on Ingress result; asked for on Service result is traefik.ingress.kubernetes.io/service.sticky.cookie: \"true\" (Traefik 2)"
    )]
    [TestCase(
        "traefik:v3",
        $"{Affinity}: \"true\"",
        "",
        "result.service.yaml:5: the annotation traefik.ingress.kubernetes.io/affinity on Service result is of another version of Traefik; asked for is traefik.ingress.kubernetes.io/service.sticky.cookie: \"true\" (Traefik 3)"
    )]
    [TestCase(
        "traefik",
        $"{Affinity}: \"no\"",
        "",
        "result.service.yaml:5: the annotation traefik.ingress.kubernetes.io/affinity on Service result is the text \"no\"; asked for is traefik.ingress.kubernetes.io/affinity: \"true\" (Traefik 1) or traefik.ingress.kubernetes.io/service.sticky.cookie: \"true\" (Traefik 2 and later)"
    )]
    public void What_keeps_a_browser_from_staying_is_told_with_its_line(string image, string service, string ingress, string expected)
    {
        var finding = Sticky(image, service)
            .With("result.ingress.yaml", "  name: result\nspec:", Annotations(ingress) + "spec:")
            .Judge("wiring.sticky")
            .Findings.ShouldHaveSingleItem();
        $"{finding.Location}: {finding.Message}".ShouldBe(expected);
    }

    [TestCase("replicas: 1", "", Status.NotJudged)]
    [TestCase("paused: false", "", Status.NotJudged)]
    [TestCase("replicas: 3", "", Status.Fail)]
    [TestCase("replicas: 1", "kind: Deployment, name: result}, maxReplicas: 4", Status.Fail)]
    [TestCase("paused: false", "kind: Deployment, name: result}, minReplicas: 2", Status.Fail)]
    [TestCase("replicas: 1", "kind: Deployment, name: result}, maxReplicas: 1", Status.NotJudged)]
    [TestCase("replicas: 1", "kind: Deployment, name: poll}, maxReplicas: 4", Status.NotJudged)]
    [TestCase("replicas: 1", "kind: StatefulSet, name: result}, maxReplicas: 4", Status.NotJudged)]
    public void A_browser_need_not_stay_where_there_is_one_instance(string replicas, string scaler, Status expected)
    {
        var sample = Sticky("traefik:1.7", "").With("result.deployment.yaml", "replicas: 2", replicas);
        (
            scaler.Length == 0
                ? sample
                : sample.Holding(
                    "result.autoscaler.yaml",
                    $"{{apiVersion: autoscaling/v2, kind: HorizontalPodAutoscaler, metadata: {{name: result}}, spec: {{scaleTargetRef: {{apiVersion: apps/v1, {scaler}}}}}"
                )
        )
            .Judge("wiring.sticky")
            .Status.ShouldBe(expected);
    }

    [Test]
    public void An_ingress_that_leads_elsewhere_says_nothing_of_where_a_browser_stays() =>
        Sticky("traefik:1.7", "")
            .With("result.ingress.yaml", "            name: result", "            name: poll")
            .Judge("wiring.sticky")
            .Status.ShouldBe(Status.NotJudged);
}
