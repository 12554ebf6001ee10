namespace Bernstein.Chart.Tests.Chart;

/// <summary>Mistakes in the values stop Helm with a message that names the key: the cases in Refusals and SchemaRefusals.</summary>
public sealed class ValuesRefusalTests
{
    private static readonly Refusals InWords = Refusals.OfTheRequirements(Values(Mistaken));

    private static readonly Refusals OfTheSchema = Refusals.OfTheSchema(Values(Misformed));

    public static IEnumerable<TestCaseData> Mistaken => CaseFile.In("Bernstein.Chart.Tests", "Chart", "Refusals");

    public static IEnumerable<TestCaseData> Misformed => CaseFile.In("Bernstein.Chart.Tests", "Chart", "SchemaRefusals");

    /// <summary>Of the mistakes those that are named with «says», or all of them.</summary>
    [TestCaseSource(nameof(Mistaken))]
    public void A_mistake_is_named_in_words(Node asked)
    {
        var found = InWords.Of(asked["values"].Text!);
        asked["says"].Texts().Except(found).ShouldBeEmpty(string.Join('\n', found));
        if (asked["mistakes"] is not Missing)
        {
            found.ShouldBe(asked["mistakes"].Texts());
        }
    }

    [TestCaseSource(nameof(Misformed))]
    public void The_schema_names_the_key(Node asked) =>
        OfTheSchema.Of(asked["values"].Text!).ShouldContain(mistake => mistake.Contains(asked["says"].Text!, StringComparison.Ordinal));

    /// <summary>A regular expression in the schema would be all that Helm shows of it.</summary>
    [Test]
    public void The_schema_leaves_the_form_of_texts_to_the_words_of_the_chart()
    {
        var schema = File.ReadAllText(Path.Combine(Project.Chart, "values.schema.json"));
        schema.ShouldNotContain("\"pattern\"");
        var forms = File.ReadAllText(Path.Combine(Project.Chart, "files", "forms.json"));
        Texts(JsonNode.Parse(schema)!)
            .Where(key =>
                !key.EndsWith(".image", StringComparison.Ordinal) && !key.EndsWith(".priorityClassName", StringComparison.Ordinal)
            )
            .Except(["postgres.user", "postgres.password", "postgres.database"])
            .ShouldAllBe(key => forms.Contains($"\"{key}\"", StringComparison.Ordinal));
    }

    private static IEnumerable<string> Values(IEnumerable<TestCaseData> cases) =>
        cases.Select(one => ((Node)one.Arguments[0]!)["values"].Text!);

    /// <summary>The keys of texts that are not one of a few words, in a schema and below it.</summary>
    private static IEnumerable<string> Texts(JsonNode schema, JsonNode? node = null, string path = "")
    {
        node ??= schema;
        if ((string?)node["$ref"] is { } reference)
        {
            node = schema["definitions"]![reference.Split('/')[^1]]!;
        }

        return (node["type"], node["enum"]) switch
        {
            (JsonValue type, null) when type.ToString() == "string" => [path],
            (JsonValue type, _) when type.ToString() == "array" && node["items"]!["type"]?.ToString() == "string" => [path],
            _ => (node["properties"] as JsonObject ?? []).SelectMany(property =>
                Texts(schema, property.Value, $"{path}.{property.Key}".TrimStart('.'))
            ),
        };
    }
}
