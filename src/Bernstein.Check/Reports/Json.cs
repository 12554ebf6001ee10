using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Bernstein.Check.Reports;

/// <summary>What the reports for programs are made of.</summary>
internal static class Json
{
    // In lines, and for readers that know UTF-8.
    private static readonly JsonSerializerOptions Indented = new()
    {
        WriteIndented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    internal static string Text(JsonNode node) => node.ToJsonString(Indented);

    internal static JsonArray Array(params IEnumerable<JsonNode?> items) => new([.. items]);

    internal static JsonArray Array(IEnumerable<Requirement> requirements) =>
        Array(requirements.Select(named => (JsonNode)named.Identifier));

    internal static JsonObject Object(params IEnumerable<(string Name, JsonNode? Value)> fields) =>
        new(fields.Select(field => KeyValuePair.Create(field.Name, field.Value)));

    /// <summary>The same without the fields that have no value.</summary>
    internal static JsonObject Known(params IEnumerable<(string Name, JsonNode? Value)> fields) =>
        Object(fields.Where(field => field.Value is not null));
}
