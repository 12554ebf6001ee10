using Bernstein.Check.Yaml;

namespace Bernstein.Check.Kubernetes;

/// <summary>What the API server demands of the expressions of selectors: ValidateLabelSelectorRequirement of apimachinery.</summary>
internal static class SelectorRules
{
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
