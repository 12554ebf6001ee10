namespace Bernstein.Chart.Tests.Chart;

/// <summary>values.schema.json is closed, and says the same as values.yaml.</summary>
public sealed partial class SchemaTests
{
    /// <summary>The maps whose keys are the user's own.</summary>
    private static readonly string[] Open = ["global", "labels", "limits", "requests"];

    /// <summary>What is no value, and in the schema so that requirements.yaml can say what is instead.</summary>
    private const string Elsewhere = "#/definitions/elsewhere";

    private static readonly Node Schema = CaseFile.Read(Path.Combine(Project.Chart, "values.schema.json"));

    private static readonly Node Values = CaseFile.Read(Path.Combine(Project.Chart, "values.yaml"));

    [Test]
    public void Every_object_is_closed_but_for_the_maps_on_the_list() =>
        Objects(Schema, "")
            .Where(found => found.Schema["additionalProperties"].Boolean != false)
            .Select(found => found.Name)
            .Order()
            .ShouldBe(Open);

    [Test]
    public void The_schema_knows_the_keys_of_the_values_file_and_no_others() =>
        KeysOfSchema(Schema, "")
            // For the condition of a parent chart: no value of this one.
            .Where(key => key != "enabled")
            .Order(StringComparer.Ordinal)
            .ShouldBe(Keys(Values, "").Order(StringComparer.Ordinal));

    /// <summary>
    /// A key that is left blank is missing to Helm, and so is one that a release of an older version does not have: no template gets to read it.
    /// </summary>
    [TestCaseSource(typeof(HelmTool), nameof(HelmTool.Versions))]
    public void A_key_that_is_missing_is_refused_with_the_mend(string helm)
    {
        var result = BernsteinChart.TryRender(new ChartOptions { HelmVersion = helm, Values = Blank(Values, "") });
        result.ExitCode.ShouldNotBe(0);
        var lines = result.Error.Split('\n').Select(line => line.Trim()).ToArray();
        var missing = lines.Single(line => line.StartsWith("blank or missing: ", StringComparison.Ordinal));
        missing["blank or missing: ".Length..].Split(", ").ShouldBe(Keys(Values, ""), ignoreOrder: true);
        lines.ShouldContain(
            "An upgrade that keeps the values of the release takes new keys with --reset-then-reuse-values (Helm 3.14), not with --reuse-values."
        );
    }

    private static IEnumerable<string> ValuesFiles() =>
        Project.Profiles.Select(name => Project.In("values", $"{name}.yaml")).Append(Path.Combine(Project.Chart, "values.yaml"));

    [TestCaseSource(nameof(ValuesFiles))]
    public void A_values_file_leads_an_editor_to_the_schema(string path) =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(path)!, Modeline().Match(File.ReadAllText(path)).Groups[1].Value))
            .ShouldBe(Path.Combine(Project.Chart, "values.schema.json"));

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

    private static IEnumerable<(string Name, Node Schema)> Objects(Node node, string name) =>
        node
            .Entries.Select(entry => (Name: entry.Key, Child: entry.Value))
            .Concat(node.Items.Select(item => (Name: name, Child: item)))
            .SelectMany(found => Objects(found.Child, found.Name))
            .Concat(node["type"].Text == "object" ? [(name, node)] : []);

    private static IEnumerable<string> KeysOfSchema(Node schema, string path)
    {
        var target = schema["$ref"].Text is { } reference ? Schema["definitions"][reference.Split('/')[^1]] : schema;
        return target["properties"].IsSet && !path.EndsWith(".resources")
            ? target["properties"]
                .Entries.Where(property => property.Value["$ref"].Text != Elsewhere)
                .SelectMany(property => KeysOfSchema(property.Value, $"{path}.{property.Key}"))
            : [path.TrimStart('.')];
    }

    // Where a map's keys are the user's own, the path to the map is the key.
    private static IEnumerable<string> Keys(Node values, string path) =>
        values is Mapping { Entries.Count: > 0 } && !path.EndsWith(".resources")
            ? values.Entries.SelectMany(entry => Keys(entry.Value, $"{path}.{entry.Key}"))
            : [path.TrimStart('.')];

    [GeneratedRegex(@"^# yaml-language-server: \$schema=(\S+)$", RegexOptions.Multiline)]
    private static partial Regex Modeline();
}
