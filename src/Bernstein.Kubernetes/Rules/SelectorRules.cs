namespace Bernstein.Kubernetes.Rules;

/// <summary>What the API server demands of the expressions of selectors: ValidateLabelSelectorRequirement of apimachinery.</summary>
internal static class SelectorRules
{
    /// <summary>The fields of a node that its affinity may go by: its name alone.</summary>
    internal static IEnumerable<Finding> FieldsOfNodes(Node term) =>
        from field in term["matchFields"].Items
        where field["key"].Text is { Length: > 0 } key && key != "metadata.name"
        select field.Refused($"{term}.matchFields names {field["key"].Text}; asked for is metadata.name");

    /// <summary>How many values an operator takes.</summary>
    internal static IEnumerable<Finding> OperatorAndValues(Node expression)
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
        return expression.RefusedIf(
            asked is not null,
            () => $"{expression} has the operator {operation} and {values} values; asked for is {asked}"
        );
    }
}
