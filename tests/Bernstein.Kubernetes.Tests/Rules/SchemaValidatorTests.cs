namespace Bernstein.Kubernetes.Tests.Rules;

/// <summary>What is wrong with a document, in words, for each kind of mistake.</summary>
public sealed class SchemaValidatorTests
{
    private const string Pod = "apiVersion: v1\nkind: Pod\nmetadata: {name: a}\n";

    [TestCase("apiVersion: v1\nkind: Pood\nmetadata: {name: a}", "Pood of v1 is no kind that Kubernetes has by itself (did you mean Pod?)")]
    [TestCase(
        "apiVersion: apps/v1\nkind: Ingress\nmetadata: {name: a}",
        "there is no Ingress in apps/v1; it is in networking.k8s.io/v1, extensions/v1beta1, networking.k8s.io/v1beta1"
    )]
    [TestCase("kind: Pod\nmetadata: {name: a}", "the document has no apiVersion")]
    [TestCase("apiVersion: v1\nkind: ConfigMap", "ConfigMap has no metadata.name")]
    [TestCase(
        "apiVersion: v1\nkind: Service\nmetadata: {name: Redis}\nspec: {ports: [{port: 1}]}",
        "metadata.name is Redis; asked for is a DNS label that begins with a letter: lower-case letters, digits and -, at most 63"
    )]
    [TestCase(
        "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a}\ndata: {port: 6379}",
        "ConfigMap a.data.port is 6379; asked for is a text (in quotes)"
    )]
    [TestCase("apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a}\ndata: [a]", "ConfigMap a.data is a list; asked for is a mapping")]
    [TestCase(
        "apiVersion: v1\nkind: Service\nmetadata: {name: a}\nspec: {ports: [{port: 80, targetPort: true}]}",
        "spec.ports[0].targetPort is true; asked for is a whole number or a text"
    )]
    [TestCase(
        "apiVersion: v1\nkind: Service\nmetadata: {name: a}\nspec: {type: Nodeport, ports: [{port: 80}]}",
        "Service a.spec.type is the text \"Nodeport\"; asked for is one of ClusterIP, NodePort, LoadBalancer, ExternalName"
    )]
    [TestCase(
        "apiVersion: v1\nkind: PersistentVolumeClaim\nmetadata: {name: a}\nspec: {accessModes: [], resources: {requests: {storage: 1Gi}}}",
        "PersistentVolumeClaim a.spec has no accessModes"
    )]
    [TestCase(
        "apiVersion: v1\nkind: PersistentVolumeClaim\nmetadata: {name: a}\nspec: {accessModes: [ReadWriteOnce], resources: {requests: {storage: 1GB}}}",
        "resources.requests.storage is the text \"1GB\"; asked for is a quantity such as 128M or 250m"
    )]
    [TestCase(Pod + "spec: {containers: [{name: a}]}", "Pod a.spec.containers[0] has no image")]
    [TestCase(
        Pod + "spec: {containers: [{name: a, image: b, ports: [{containerPort: \"80\"}]}]}",
        "containers[0].ports[0].containerPort is the text \"80\"; asked for is a whole number"
    )]
    [TestCase(
        Pod + "spec: {containers: [{name: a, image: b, ports: [{containerPort: 80, name: a-name-that-is-too-long}]}]}",
        "containers[0].ports[0].name is the text \"a-name-that-is-too-long\"; asked for is a port name: lower-case letters, digits and -, at most 15"
    )]
    [TestCase(
        Pod + "spec: {containers: [{name: a, image: b, env: [{name: A, value: yes}]}]}",
        "containers[0].env[0].value is yes; asked for is a text (in quotes)"
    )]
    [TestCase(Pod + "spec: {container: [{name: a, image: b}]}", "Pod a.spec has no containers")]
    [TestCase(
        Pod + "spec: {containers: [{name: a, image: b, volumeMounts: [{name: data, mountPath: /data}]}]}",
        "Pod a has no volume data, which a container mounts"
    )]
    [TestCase(
        Pod + "spec: {restartPolicy: always, containers: [{name: a, image: b}]}",
        "Pod a.spec.restartPolicy is the text \"always\"; asked for is one of Always, OnFailure, Never"
    )]
    [TestCase(
        Pod + "spec: {hostNetwork: 'true', containers: [{name: a, image: b}]}",
        "Pod a.spec.hostNetwork is the text \"true\"; asked for is true or false"
    )]
    [TestCase(
        "apiVersion: networking.k8s.io/v1\nkind: Ingress\nmetadata: {name: a}\nspec: {rules: [{http: {paths: [{path: /, backend: {service: {name: a, port: {number: 80}}}}]}}]}",
        "rules[0].http.paths[0] has no pathType"
    )]
    [TestCase(
        "apiVersion: networking.k8s.io/v1\nkind: Ingress\nmetadata: {name: a}\nspec: {rules: [{http: {paths: [{path: /, pathType: Prefix, backend: {serviceName: a}}]}}]}",
        "http.paths[0].backend has no field serviceName"
    )]
    [TestCase(
        "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a, labels: {app: 'my app'}}",
        "the label app of ConfigMap a.metadata is \"my app\"; asked for are letters, digits, -, _ and ., at most 63"
    )]
    [TestCase(
        "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a}\ndata: {'REDIS HOST': redis}",
        "ConfigMap a.data has the key \"REDIS HOST\"; asked for are letters, digits, -, _ and ."
    )]
    [TestCase(
        "apiVersion: v1\nkind: Service\nmetadata: {name: a}\nspec: {ports: [{port: 80, name: http}, {port: 8080}]}",
        "a port of Service a.spec has no name; asked for is one for each, where there are several"
    )]
    [TestCase(
        "apiVersion: batch/v1\nkind: Job\nmetadata: {name: a}\nspec: {template: {spec: {containers: [{name: a, image: b}]}}}",
        "Job a.spec has pods whose restartPolicy is absent, which is Always; asked for is OnFailure or Never"
    )]
    [TestCase(
        "apiVersion: v1\nkind: Service\nmetadata: {name: a}\nspec: {ports: [{port: 80, name: http}, {port: 8080, name: http}]}",
        "two ports of Service a.spec have the name http"
    )]
    [TestCase(
        Pod + "spec: {containers: [{name: a, image: b, ports: [{containerPort: 80, name: web}, {containerPort: 81, name: web}]}]}",
        "two ports of Pod a.spec.containers[0] have the name web"
    )]
    [TestCase(
        Pod + "spec: {containers: [{name: a, image: b}], volumes: [{name: data, emptyDir: {}, configMap: {name: a}}]}",
        "Pod a.spec.volumes[0] has configMap as a second source; asked for is one"
    )]
    [TestCase(
        Pod + "spec: {containers: [{name: a, image: b, resources: {requests: {memory: 129M}, limits: {memory: 128M}}}]}",
        "spec.containers[0].resources.requests.memory is 129M, above its limit of 128M"
    )]
    [TestCase(
        "apiVersion: networking.k8s.io/v1\nkind: Ingress\nmetadata: {name: a}\nspec: {defaultBackend: {service: {name: a, port: {number: 80, name: http}}}}",
        "defaultBackend.service.port has a number and a name; asked for is one of them"
    )]
    public void A_mistake_is_named(string text, string message) => Validate(text).ShouldContain(message);

    [Test]
    public void A_kind_that_a_definition_beside_it_defines_is_known()
    {
        const string Definition = """
            apiVersion: apiextensions.k8s.io/v1
            kind: CustomResourceDefinition
            metadata: {name: middlewares.traefik.io}
            spec: {group: traefik.io, names: {kind: Middleware}, versions: [{name: v1alpha1}]}
            """;
        const string Middleware = "apiVersion: traefik.io/v1alpha1\nkind: Middleware\nmetadata: {name: a}\n";
        var definition = Read(Definition);
        SchemaValidator.Validate(definition, null, CustomKinds.Of([])).ShouldBeEmpty();
        SchemaValidator.Validate(Read(Middleware), null, CustomKinds.Of([definition])).ShouldBeEmpty();
        SchemaValidator.Validate(Read(Middleware), null, CustomKinds.Of([])).ShouldHaveSingleItem();
        SchemaValidator
            .Validate(Read(Middleware.Replace("v1alpha1", "v1", StringComparison.Ordinal)), null, CustomKinds.Of([definition]))
            .ShouldHaveSingleItem();
    }

    [TestCase("1.19", false)]
    [TestCase("1.35", true)]
    public void A_field_that_came_later_is_unknown_to_an_older_cluster(string version, bool isKnown) =>
        Validate(
                Pod
                    + "spec: {containers: [{name: a, image: b}], topologySpreadConstraints: [{maxSkew: 1, minDomains: 2, topologyKey: a, whenUnsatisfiable: DoNotSchedule}]}",
                version
            )
            .Any(message => message.Contains("no field minDomains"))
            .ShouldBe(!isKnown);

    [TestCase("1.27", "initContainers[0] has the field restartPolicy, which Kubernetes has from 1.28 on")]
    [TestCase("1.28", "")]
    public void A_field_between_the_types_that_are_here_has_its_first_version(string version, string message) =>
        string.Join(
                '\n',
                Validate(
                    Pod + "spec: {initContainers: [{name: b, image: b, restartPolicy: Always}], containers: [{name: a, image: b}]}",
                    version
                )
            )
            .ShouldEndWith(message);

    [TestCase("policy/v1beta1", "PodDisruptionBudget", "1.25", "does not serve; it serves policy/v1")]
    [TestCase("policy/v1", "PodDisruptionBudget", "1.20", "does not serve; it serves policy/v1beta1")]
    [TestCase("batch/v1beta1", "CronJob", "1.25", "does not serve; it serves batch/v1")]
    [TestCase("policy/v1beta1", "PodSecurityPolicy", "1.25", "does not serve")]
    [TestCase("policy/v1beta1", "PodSecurityPolicy", "1.24", null)]
    [TestCase("discovery.k8s.io/v1", "EndpointSlice", "1.21", null)]
    [TestCase("extensions/v1beta1", "Ingress", "1.24", null)]
    public void An_API_version_that_the_cluster_does_not_serve_is_refused(string apiVersion, string kind, string version, string? ending)
    {
        var unserved = Validate($"apiVersion: {apiVersion}\nkind: {kind}\nmetadata: {{name: a}}\n", version)
            .Where(message => message.Contains("does not serve"))
            .ToArray();
        unserved.Length.ShouldBe(ending is null ? 0 : 1);
        unserved.FirstOrDefault("").ShouldEndWith(ending ?? "");
    }

    [Test]
    public void Nulls_and_what_kubectl_adds_by_itself_are_allowed() =>
        Validate(
                "apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: a, creationTimestamp: null}\nspec: {replicas: ~, strategy: {}, selector: {matchLabels: {a: b}}, template: {metadata: {labels: {a: b}}, spec: {containers: [{name: a, image: b, resources: {}}]}}}\nstatus: {}"
            )
            .ShouldBeEmpty();

    private static string[] Validate(string text, string? version = null) =>
        [
            .. SchemaValidator
                .Validate(Read(text), version is null ? null : Version.Parse(version), CustomKinds.Of([]))
                .Select(finding => finding.Message),
        ];

    private static KubernetesObject Read(string text) => new(YamlReader.Read("a.yaml", text).Documents.Single());
}
