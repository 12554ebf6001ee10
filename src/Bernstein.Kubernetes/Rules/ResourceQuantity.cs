namespace Bernstein.Kubernetes.Rules;

/// <summary>How much of a resource a container asks for: validateContainerResourceName and ValidateResourceQuantityValue.</summary>
internal sealed record ResourceQuantity(Node Container, string Side, string Name, Node Value)
{
    private decimal? Amount { get; } = Quantity.Parse(Value.Text);

    private string Place => $"{Container}.resources.{Side}";

    private string Path => Edit.Below($"resources.{Side}", Name);

    private bool IsExtended => Name.Contains('/') && !Name.Contains("kubernetes.io/", StringComparison.Ordinal);

    internal IEnumerable<Finding> Findings() =>
        new[] { NameIsQualified(), NameIsKnown(), IsNotNegative(), IsWholeWhereExtended(), IsLimitedWhereScarce() }.OfType<Finding>();

    internal static bool IsStandard(string resource) => resource is "cpu" or "memory" or "ephemeral-storage" || IsHuge(resource);

    /// <summary>Whether a resource is memory in pages of another size.</summary>
    internal static bool IsHuge(string resource) => resource.StartsWith("hugepages-", StringComparison.Ordinal);

    private Finding? NameIsQualified() =>
        Name.Contains('/') && !Patterns.LabelKey.IsMatch(Name)
            ? Value.Refused($"{Place} has {Name}; asked for is a name such as example.com/disk")
            : null;

    private Finding? NameIsKnown() =>
        Name.Contains('/') || IsStandard(Name)
            ? null
            : Value.Refused(
                $"{Place} has {Name}; asked for are cpu, memory, ephemeral-storage, or a name with a domain before it",
                () =>
                    Spelling.Nearest(Name, ["cpu", "memory"]) is { } near && !Container["resources"][Side][near].IsSet
                        ? Container.ToRename(Path, near)
                        : Container.ToRemove(Path)
            );

    private Finding? IsNotNegative() =>
        Amount < 0 ? Value.Refused($"{Place}.{Name} is {Value.Text}; asked for is 0 or more", () => Container.ToRemove(Path)) : null;

    private Finding? IsWholeWhereExtended() =>
        IsExtended && Amount is { } amount && amount != decimal.Truncate(amount)
            ? Value.Refused($"{Place}.{Name} is {Value.Text}; asked for is a whole number")
            : null;

    private Finding? IsLimitedWhereScarce() =>
        (IsExtended || IsHuge(Name)) && Side == "requests" && Quantity.Parse(Container["resources"]["limits"][Name].Text) != Amount
            ? Value.Refused($"{Place}.{Name} is {Value.Text}; asked for is a limit that is equal")
            : null;
}
