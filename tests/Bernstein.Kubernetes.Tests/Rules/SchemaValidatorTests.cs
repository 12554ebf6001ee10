namespace Bernstein.Kubernetes.Tests.Rules;

/// <summary>What is wrong with a document, in words, for each kind of mistake.</summary>
public sealed class SchemaValidatorTests : RefusalTests<SchemaValidatorTests>
{
    private const string Pod = "apiVersion: v1\nkind: Pod\nmetadata: {name: a}\n";

    [Test]
    public void A_rule_of_a_value_comes_after_those_of_what_holds_it() =>
        Validate(
                "apiVersion: networking.k8s.io/v1\nkind: Ingress\nmetadata: {name: a}\nspec: {defaultBackend: {service: {name: a, port: {number: 80, name: http}}}}"
            )
            .ShouldBe([
                "defaultBackend.service.port has name and number; asked for is one of them: remove the others",
                "defaultBackend.service.port has a number and a name; asked for is one of them",
            ]);

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
        SchemaValidator.Validate(definition, null, KnownKinds.DefinedBy([])).ShouldBeEmpty();
        SchemaValidator.Validate(Read(Middleware), null, KnownKinds.DefinedBy([definition])).ShouldBeEmpty();
        SchemaValidator.Validate(Read(Middleware), null, KnownKinds.DefinedBy([])).ShouldHaveSingleItem();
        SchemaValidator
            .Validate(Read(Middleware.Replace("v1alpha1", "v1", StringComparison.Ordinal)), null, KnownKinds.DefinedBy([definition]))
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
                .Validate(Read(text), version is null ? null : Version.Parse(version), KnownKinds.DefinedBy([]))
                .Select(finding => finding.Message),
        ];

    private static KubernetesObject Read(string text) => new(YamlReader.Read("a.yaml", text).Documents.Single());
}
