using Bernstein.Kubernetes.Types;
using Bernstein.Kubernetes.Values;
using Bernstein.Kubernetes.Yaml;

namespace Bernstein.Kubernetes.Rules;

/// <summary>What the API server demands of requests and limits: ValidateResourceRequirements of Kubernetes, and what names them.</summary>
internal static class ResourceRules
{
    private static readonly string[] Sides = ["limits", "requests"];
    private static readonly string[] Memory = ["1", "1k", "1M", "1G", "1T", "1P", "1E", "1Ki", "1Mi", "1Gi", "1Ti", "1Pi", "1Ei"];
    private static readonly string[] Processor = ["1m", "1"];

    internal static IEnumerable<Finding> OfContainer(Node container, Place place)
    {
        var resources = container["resources"];
        foreach (var (side, (name, value)) in Sides.SelectMany(side => resources[side].Entries.Select(entry => (side, entry))))
        {
            var (at, quantity) = ($"{place}.resources.{side}", Quantity.Parse(value.Text));
            var isExtended = name.Contains('/') && !name.Contains("kubernetes.io/", StringComparison.Ordinal);
            if (name.Contains('/') && !ApiRules.LabelKey().IsMatch(name))
            {
                yield return new Finding($"{at} has {name}; asked for is a name such as example.com/disk", value.Location);
            }

            if (!name.Contains('/') && !IsStandard(name))
            {
                yield return new Finding(
                    $"{at} has {name}; asked for are cpu, memory, ephemeral-storage, or a name with a domain before it",
                    value.Location
                )
                {
                    Mend =
                        Spelling.Nearest(name, ["cpu", "memory"]) is { } near && !resources[side][near].IsSet
                            ? place.Rename(Edit.Below($"resources.{side}", name), near)
                            : place.Remove(Edit.Below($"resources.{side}", name)),
                };
            }

            if (quantity < 0)
            {
                yield return new Finding($"{at}.{name} is {value.Text}; asked for is 0 or more", value.Location)
                {
                    Mend = place.Remove(Edit.Below($"resources.{side}", name)),
                };
            }

            if (isExtended && quantity is { } number && number != decimal.Truncate(number))
            {
                yield return new Finding($"{at}.{name} is {value.Text}; asked for is a whole number", value.Location);
            }

            if ((isExtended || IsHuge(name)) && side == "requests" && Quantity.Parse(resources["limits"][name].Text) != quantity)
            {
                yield return new Finding($"{at}.{name} is {value.Text}; asked for is a limit that is equal", value.Location);
            }
        }
    }

    /// <summary>Huge pages without anything else.</summary>
    internal static IEnumerable<Finding> HugePagesAlone(Node resources, Place place)
    {
        var names = Sides.SelectMany(side => resources[side].Entries).Select(entry => entry.Key).ToArray();
        return names.Any(IsHuge) && !names.Any(name => name is "cpu" or "memory")
            ? [new Finding($"{place} has huge pages alone; asked for is cpu or memory beside them", resources.Location)]
            : [];
    }

    internal static IEnumerable<Finding> AboveLimits(Node resources, Place place) =>
        from request in resources["requests"].Entries
        let limit = resources["limits"][request.Key]
        where Quantity.Parse(request.Value.Text) > Quantity.Parse(limit.Text)
        select new Finding(
            $"{place}.requests.{request.Key} is {request.Value.Text}, above its limit of {limit.Text}",
            request.Value.Location
        )
        {
            Mend = place.Set($"requests.{request.Key}", YamlWriter.Flow(limit)),
        };

    internal static IEnumerable<Finding> OfReference(Node selector, Place place)
    {
        var (resource, divisor) = (selector["resource"].Text ?? "", selector["divisor"].Text);
        var name = Sides.Select(side => side + ".").FirstOrDefault(side => resource.StartsWith(side, StringComparison.Ordinal)) is { } found
            ? resource[found.Length..]
            : "";
        if (place.Path.Contains("volumes", StringComparison.Ordinal) && string.IsNullOrEmpty(selector["containerName"].Text))
        {
            yield return new Finding($"{place} has no containerName; asked for is whose {resource}", selector.Location);
        }
        else if (resource.Length > 0 && !IsStandard(name))
        {
            yield return new Finding(
                $"{place}.resource is {resource}; asked for is limits or requests with .cpu, .memory or .ephemeral-storage after it",
                selector.Location
            )
            {
                Mend = Spelling.Nearest(resource, Sides.SelectMany(side => new[] { $"{side}.cpu", $"{side}.memory" })) is { } near
                    ? place.Set("resource", near)
                    : null,
            };
        }
        else if (divisor is not null && divisor != "0" && !(name == "cpu" ? Processor : Memory).Contains(divisor))
        {
            yield return new Finding(
                $"{place}.divisor is {divisor}; asked for is one of {string.Join(", ", name == "cpu" ? Processor : Memory)}",
                selector["divisor"].Location
            );
        }
    }

    private static bool IsStandard(string resource) => resource is "cpu" or "memory" or "ephemeral-storage" || IsHuge(resource);

    private static bool IsHuge(string resource) => resource.StartsWith("hugepages-", StringComparison.Ordinal);
}
