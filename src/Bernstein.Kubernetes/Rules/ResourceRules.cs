namespace Bernstein.Kubernetes.Rules;

/// <summary>What the API server demands of requests and limits: ValidateResourceRequirements of Kubernetes, and what names them.</summary>
internal static class ResourceRules
{
    private static readonly string[] Memory = ["1", "1k", "1M", "1G", "1T", "1P", "1E", "1Ki", "1Mi", "1Gi", "1Ti", "1Pi", "1Ei"];
    private static readonly string[] Processor = ["1m", "1"];

    private static readonly string[] Sides = ["limits", "requests"];

    internal static IEnumerable<Finding> QuantitiesOfContainer(Node container) =>
        from side in Sides
        from entry in container["resources"][side].Entries
        from finding in new ResourceQuantity(container, side, entry.Key, entry.Value).Findings()
        select finding;

    /// <summary>Huge pages come with something else: validateContainerResources.</summary>
    internal static IEnumerable<Finding> HugePagesWithOthers(Node resources) =>
        Sides.SelectMany(side => resources[side].Entries).Select(entry => entry.Key).ToArray() is var names
        && names.Any(ResourceQuantity.IsHuge)
        && !names.Any(name => name is "cpu" or "memory")
        && !IsOfClaim(resources)
            ? [resources.Refused($"{resources} has only huge pages; asked for is cpu or memory with them")]
            : [];

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
    internal static IEnumerable<Finding> Reference(Node selector)
    {
        var (resource, divisor) = (selector["resource"].Text ?? "", selector["divisor"].Text);
        var name = Sides.FirstOrDefault(side => resource.StartsWith($"{side}.", StringComparison.Ordinal)) is { } found
            ? resource[(found.Length + 1)..]
            : "";
        var units = name == "cpu" ? Processor : Memory;
        return selector.Path.Contains("volumes", StringComparison.Ordinal) && string.IsNullOrEmpty(selector["containerName"].Text)
                ? [selector.Refused($"{selector} has no containerName; asked for is whose {resource}")]
            : resource.Length > 0 && !ResourceQuantity.IsStandard(name) ? [UnknownResource(selector, resource)]
            : divisor is not null && divisor != "0" && !units.Contains(divisor)
                ? [selector["divisor"].Refused($"{selector}.divisor is {divisor}; asked for is one of {string.Join(", ", units)}")]
            : [];
    }

    private static Finding UnknownResource(Node selector, string resource) =>
        selector.Refused(
            $"{selector}.resource is {resource}; asked for is limits or requests with .cpu, .memory or .ephemeral-storage after it",
            () =>
                Spelling.Nearest(resource, Sides.SelectMany(side => new[] { $"{side}.cpu", $"{side}.memory" })) is { } near
                    ? selector.ToWrite("resource", near)
                    : null
        );

    // Those of a claim are storage, of which a limit means something else.
    private static bool IsOfClaim(Node resources) => $"{resources}".Contains("olumeClaim", StringComparison.Ordinal);
}
