using System.Text.Json;
using Bernstein.Chart.Tests.Harness;
using Bernstein.Kubernetes.Yaml;
using NUnit.Framework;
using Shouldly;

namespace Bernstein.Chart.Tests.Chart;

/// <summary>values.schema.json is closed, and says the same as values.yaml.</summary>
public sealed class SchemaTests
{
    /// <summary>The maps whose keys are the user's own.</summary>
    private static readonly string[] Open = ["global", "labels", "limits", "requests"];

    /// <summary>What is no value, and in the schema so that requirements.yaml can say what is instead.</summary>
    private const string Elsewhere = "#/definitions/elsewhere";

    private static readonly JsonElement Schema = JsonDocument
        .Parse(File.ReadAllText(Path.Combine(Project.Chart, "values.schema.json")))
        .RootElement;

    [Test]
    public void Every_object_is_closed_but_for_the_maps_on_the_list()
    {
        var open = Objects(Schema, "")
            .Where(found => !found.Element.TryGetProperty("additionalProperties", out var more) || more.ValueKind != JsonValueKind.False)
            .Select(found => found.Name)
            .ToArray();
        open.Order().ShouldBe(Open);
    }

    [Test]
    public void The_schema_knows_the_keys_of_the_values_file_and_no_others() =>
        Keys(Schema, "")
            // For the condition of a parent chart: no value of this one.
            .Where(key => key != "enabled")
            .Order(StringComparer.Ordinal)
            .ShouldBe(Keys(Values(), "").Order(StringComparer.Ordinal));

    /// <summary>A key that is left blank is missing to Helm, and so is one that a release of an older version does not have.</summary>
    [TestCaseSource(typeof(HelmTool), nameof(HelmTool.Versions))]
    public void What_the_values_lack_is_the_default(string helm) =>
        BernsteinChart
            .Render(
                new ChartOptions
                {
                    HelmVersion = helm,
                    Values = """
                    namespace:
                    global:
                    redis:
                      nodeSelector:
                      resources: {limits: {cpu: }}
                    postgres:
                      password:
                      volume:
                      user:
                      external: {port: , sslMode: }
                    poll: {replicas: , autoscaling: , canary: {image: }, podAnnotations: {note: }}
                    worker:
                    result: {host: , spread: {rule: }}
                    traefik: {service: {type: }, dashboard: {enabled: }}
                    cadvisor: {enabled: }
                    """,
                }
            )
            .ShouldBe(BernsteinChart.Render(new ChartOptions()));

    [Test]
    public void The_defaults_that_the_templates_know_are_those_of_the_values_file()
    {
        using var copy = new TemporaryFolder();
        copy.Copy(Project.Chart);
        File.WriteAllText(copy.In("bernstein/templates/shown.yaml"), "{{ include \"bernstein.values.defaults\" . | fromYaml | toYaml }}");
        var shown = HelmTool.TryRun(null, "template", "bernstein", copy.In("bernstein"), "--show-only", "templates/shown.yaml");
        Leaves(YamlReader.Read("shown.yaml", shown.Output).Documents.Single(), "")
            .Order(StringComparer.Ordinal)
            .ShouldBe(Leaves(Values(), "").Order(StringComparer.Ordinal));
    }

    [Test]
    public void Every_template_begins_with_what_the_values_lack() =>
        Directory
            .EnumerateFiles(Path.Combine(Project.Chart, "templates"), "*", SearchOption.AllDirectories)
            .Where(path => Path.GetFileName(path)[0] != '_')
            .Where(path => File.ReadLines(path).First() != "{{- include \"bernstein.values\" . -}}")
            .ShouldBeEmpty();

    /// <summary>Every value of a tree with the way to it, in no order.</summary>
    internal static IEnumerable<string> Leaves(Node node, string path) =>
        node switch
        {
            Mapping { Entries.Count: > 0 } => node.Entries.SelectMany(entry => Leaves(entry.Value, $"{path}.{entry.Key}")),
            Sequence { Items.Count: > 0 } => node.Items.SelectMany((item, at) => Leaves(item, $"{path}[{at}]")),
            Scalar scalar => [$"{path}: {scalar.Type} {scalar.Value}"],
            _ => [$"{path}: empty {node.GetType().Name}"],
        };

    private static Node Values() =>
        YamlReader.Read("values.yaml", File.ReadAllText(Path.Combine(Project.Chart, "values.yaml"))).Documents.Single();

    private static IEnumerable<(string Name, JsonElement Element)> Objects(JsonElement element, string name)
    {
        if (
            element.ValueKind == JsonValueKind.Object
            && element.TryGetProperty("type", out var type)
            && type.ValueKind == JsonValueKind.String
            && type.GetString() == "object"
        )
        {
            yield return (name, element);
        }

        var children = element.ValueKind switch
        {
            JsonValueKind.Object => element.EnumerateObject().Select(property => (property.Name, property.Value)),
            JsonValueKind.Array => element.EnumerateArray().Select(item => (name, item)),
            _ => [],
        };
        foreach (var found in children.SelectMany(child => Objects(child.Item2, child.Item1)))
        {
            yield return found;
        }
    }

    private static IEnumerable<string> Keys(JsonElement schema, string path)
    {
        var target = schema.TryGetProperty("$ref", out var reference)
            ? Schema.GetProperty("definitions").GetProperty(reference.GetString()!.Split('/')[^1])
            : schema;
        return target.TryGetProperty("properties", out var properties) && !path.EndsWith(".resources")
            ? properties
                .EnumerateObject()
                .Where(property => !(property.Value.TryGetProperty("$ref", out var of) && of.GetString() == Elsewhere))
                .SelectMany(property => Keys(property.Value, $"{path}.{property.Name}").DefaultIfEmpty())
                .Select(key => key!)
            : [path.TrimStart('.')];
    }

    // Where a map's keys are the user's own, the path to the map is the key.
    private static IEnumerable<string> Keys(Node values, string path) =>
        values is Mapping { Entries.Count: > 0 } && !path.EndsWith(".resources")
            ? values.Entries.SelectMany(entry => Keys(entry.Value, $"{path}.{entry.Key}"))
            : [path.TrimStart('.')];
}
