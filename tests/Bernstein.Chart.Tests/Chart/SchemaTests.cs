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

    /// <summary>
    /// A key that is left blank is missing to Helm, and so is one that a release of an older version does not have: no template gets to read it.
    /// </summary>
    [TestCaseSource(typeof(HelmTool), nameof(HelmTool.Versions))]
    public void A_key_that_is_missing_is_refused_with_the_mend(string helm)
    {
        var result = BernsteinChart.TryRender(new ChartOptions { HelmVersion = helm, Values = Blank(Values(), "") });
        result.ExitCode.ShouldNotBe(0);
        var lines = result.Error.Split('\n').Select(line => line.Trim()).ToArray();
        var missing = lines.Single(line => line.StartsWith("blank or missing: ", StringComparison.Ordinal));
        missing["blank or missing: ".Length..].Split(", ").ShouldBe(Keys(Values(), ""), ignoreOrder: true);
        lines.ShouldContain(
            "An upgrade that keeps the values of the release takes new keys with --reset-then-reuse-values (Helm 3.14), not with --reuse-values."
        );
    }

    /// <summary>Every value of a tree with the way to it, in no order.</summary>
    internal static IEnumerable<string> Leaves(Node node, string path) =>
        node switch
        {
            Mapping { Entries.Count: > 0 } => node.Entries.SelectMany(entry => Leaves(entry.Value, $"{path}.{entry.Key}")),
            Sequence { Items.Count: > 0 } => node.Items.SelectMany((item, at) => Leaves(item, $"{path}[{at}]")),
            Scalar scalar => [$"{path}: {scalar.Type} {scalar.Value}"],
            _ => [$"{path}: empty {node.GetType().Name}"],
        };

    // Every key of a tree without a value.
    private static string Blank(Node values, string path) =>
        values is Mapping { Entries.Count: > 0 } && !path.EndsWith(".resources")
            ? $"{{{string.Join(", ", values.Entries.Select(entry => $"{entry.Key}: {Blank(entry.Value, $"{path}.{entry.Key}")}"))}}}"
            : "null";

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
