namespace Bernstein.Kubernetes.Rules;

/// <summary>What the API server demands of requests and limits: ValidateResourceRequirements of Kubernetes, and what names them.</summary>
internal static class ResourceRules
{
    private static readonly string[] Memory = ["1", "1k", "1M", "1G", "1T", "1P", "1E", "1Ki", "1Mi", "1Gi", "1Ti", "1Pi", "1Ei"];
    private static readonly string[] Processor = ["1m", "1"];

    private static readonly string[] Sides = ["limits", "requests"];

    /// <summary>How much of a resource a container asks for: validateContainerResourceName and ValidateResourceQuantityValue.</summary>
    internal static IEnumerable<Finding> QuantitiesOfContainer(Node container) =>
        from side in Sides
        from entry in container["resources"][side].Entries
        from finding in NameIsKnown(container, side, entry.Key, entry.Value)
            .Concat(AmountIsPossible(container, side, entry.Key, entry.Value))
        select finding;

    /// <summary>Huge pages come with something else: validateContainerResources.</summary>
    internal static IEnumerable<Finding> HugePagesWithOthers(Node resources)
    {
        var names = Sides.SelectMany(side => resources[side].Entries).Select(entry => entry.Key).ToArray();
        return resources.RefusedIf(
            names.Any(IsHuge) && !names.Any(name => name is "cpu" or "memory") && !IsOfClaim(resources),
            () => $"{resources} has only huge pages; asked for is cpu or memory with them"
        );
    }

    /// <summary>No request is above its limit.</summary>
    internal static IEnumerable<Finding> RequestsWithinLimits(Node resources) =>
        from request in resources["requests"].Entries
        let limit = resources["limits"][request.Key]
        where Quantity.Parse(request.Value.Text) > Quantity.Parse(limit.Text) && !IsOfClaim(resources)
        select request.Value.Refused(
            $"{resources}.requests.{request.Key} is {request.Value.Text}, above its limit of {limit.Text}",
            () => resources.ToWrite($"requests.{request.Key}", YamlWriter.Flow(limit))
        );

    /// <summary>What a variable or a file takes of a container's resources: validateContainerResourceFieldSelector.</summary>
    internal static IEnumerable<Finding> ResourceOfContainer(Node selector)
    {
        var (resource, divisor) = (selector["resource"].Text ?? "", selector["divisor"].Text);
        var name = resource.Split('.', 2) is ["limits" or "requests", var rest] ? rest : "";
        var units = name == "cpu" ? Processor : Memory;
        return selector.Path.Contains("volumes", StringComparison.Ordinal) && string.IsNullOrEmpty(selector["containerName"].Text)
                ? [selector.Refused($"{selector} has no containerName; asked for is whose {resource}")]
            : resource.Length > 0 && !IsStandard(name) ? [UnknownResource(selector, resource)]
            : divisor is not null && divisor != "0" && !units.Contains(divisor)
                ? [selector["divisor"].Refused($"{selector}.divisor is {divisor}; asked for is one of {string.Join(", ", units)}")]
            : [];
    }

    private static IEnumerable<Finding> NameIsKnown(Node container, string side, string name, Node value) =>
        name.Contains('/')
            ? value.RefusedIf(
                !ApiRules.Pattern("LabelKey").IsMatch(name),
                () => $"{container}.resources.{side} has {name}; asked for is a name such as example.com/disk"
            )
            : value.RefusedIf(
                !IsStandard(name),
                () =>
                    $"{container}.resources.{side} has {name}; asked for are cpu, memory, ephemeral-storage, or a name with a domain before it",
                () =>
                    Spelling.Nearest(name, ["cpu", "memory"]) is { } near && !container["resources"][side][near].IsSet
                        ? container.ToRename(Edit.Below($"resources.{side}", name), near)
                        : container.ToRemove(Edit.Below($"resources.{side}", name))
            );

    private static IEnumerable<Finding> AmountIsPossible(Node container, string side, string name, Node value)
    {
        var amount = Quantity.Parse(value.Text);
        var isExtended = name.Contains('/') && !name.Contains("kubernetes.io/", StringComparison.Ordinal);
        var limit = isExtended || IsHuge(name) ? Quantity.Parse(container["resources"]["limits"][name].Text) : amount;
        return
        [
            .. Refused(amount < 0, "0 or more", () => container.ToRemove(Edit.Below($"resources.{side}", name))),
            .. Refused(isExtended && amount % 1 is not (null or 0m), "a whole number"),
            .. Refused(side == "requests" && limit != amount, "a limit that is equal"),
        ];

        IEnumerable<Finding> Refused(bool isRefused, string asked, Func<Mend?>? mend = null) =>
            value.RefusedIf(isRefused, () => $"{container}.resources.{side}.{name} is {value.Text}; asked for is {asked}", mend);
    }

    private static Finding UnknownResource(Node selector, string resource) =>
        selector.Refused(
            $"{selector}.resource is {resource}; asked for is limits or requests with .cpu, .memory or .ephemeral-storage after it",
            () =>
                Spelling.Nearest(resource, Sides.SelectMany(side => new[] { $"{side}.cpu", $"{side}.memory" })) is { } near
                    ? selector.ToWrite("resource", near)
                    : null
        );

    private static bool IsStandard(string resource) => resource is "cpu" or "memory" or "ephemeral-storage" || IsHuge(resource);

    private static bool IsHuge(string resource) => resource.StartsWith("hugepages-", StringComparison.Ordinal);

    // Those of a claim are storage, of which a limit means something else.
    private static bool IsOfClaim(Node resources) => $"{resources}".Contains("olumeClaim", StringComparison.Ordinal);
}
