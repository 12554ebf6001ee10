using Bernstein.Kubernetes.Yaml;

namespace Bernstein.Kubernetes.Rules;

/// <summary>What the API server demands of the expressions of selectors: ValidateLabelSelectorRequirement of apimachinery.</summary>
internal static class SelectorRules
{
    /// <summary>The fields of a node that its affinity may go by: its name alone.</summary>
    internal static IEnumerable<Finding> OfFields(Node term, Place place) =>
        term["matchFields"]
            .Items.Where(field => field["key"].Text is { Length: > 0 } key && key != "metadata.name")
            .Select(field => new Finding($"{place}.matchFields names {field["key"].Text}; asked for is metadata.name", field.Location));

    internal static IEnumerable<Finding> Findings(Node expression, Place place)
    {
        var operation = expression["operator"].Text;
        var values = expression["values"].Items.Count;
        var asked = operation switch
        {
            "In" or "NotIn" when values == 0 => "at least one value",
            "Exists" or "DoesNotExist" when values > 0 => "no values: remove them",
            "Gt" or "Lt" when values != 1 => "one value",
            _ => null,
        };
        return asked is null
            ? []
            : [new Finding($"{place} has the operator {operation} and {values} values; asked for is {asked}", expression.Location)];
    }
}
