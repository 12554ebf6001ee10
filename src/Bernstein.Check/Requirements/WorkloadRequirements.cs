namespace Bernstein.Check.Requirements;

/// <summary>What the specification fixes about each workload: image, namespace, instances, restarts, memory.</summary>
internal static class WorkloadRequirements
{
    internal static IEnumerable<Finding> Image(Submission submission, Component component, Workload workload)
    {
        var image = workload.Container["image"];
        return image.RefusedIf(
            image.Text is not { } text || Familiar(text) != component.Image,
            () => $"the image is {image.Shown}; asked for is {component.Image}",
            () =>
                component == Component.Traefik
                    ? TraefikArguments.Mended(submission, workload)
                    : ExpectedValues.Set(workload.Manifest, $"{ExpectedValues.Container}.image", component.Image)
        );
    }

    internal static IEnumerable<Finding> Namespace(Submission submission, Component component, Workload workload) =>
        from found in submission.ObjectsOf(component)
        where !KnownKinds.IsClusterWide(found.Kind) && found.Namespace != component.Namespace
        let space = found.Root.At("metadata.namespace")
        select space.Refused(
            $"{found} is in the namespace {found.Namespace}; asked for is {component.Namespace}",
            () => FileMends.Kind(submission, found) ?? ExpectedValues.Set(found, "metadata.namespace", component.Namespace)
        );

    internal static IEnumerable<Finding> Replicas(Submission submission, Component component, Workload workload)
    {
        var replicas = workload.Manifest.Root.At("spec.replicas");
        return replicas.RefusedIf(
            (replicas.IsSet ? replicas.Number : 1) != component.Replicas,
            () => $"spec.replicas is {replicas.Shown}{(replicas.IsSet ? "" : ", which means 1")}; asked for is {component.Replicas}",
            () => ExpectedValues.Set(workload.Manifest, "spec.replicas", $"{component.Replicas}")
        );
    }

    internal static IEnumerable<Finding> Restart(Submission submission, Component component, Workload workload) =>
        from policy in workload.Pod.IfSet("restartPolicy")
        where policy.Text != "Always"
        select policy.Refused(
            $"restartPolicy is {policy.Shown}; asked for is Always",
            () => ExpectedValues.Set(workload.Manifest, $"{ExpectedValues.Pod}.restartPolicy", "Always")
        );

    internal static IEnumerable<Finding> Memory(Submission submission, Component component, Workload workload)
    {
        var (limit, memory) = (workload.Container.At("resources.limits.memory"), component.Memory!);
        var (found, asked) = (Quantity.Parse(limit.Text), Quantity.Parse(memory)!.Value);
        return limit.RefusedIf(
            found != asked,
            () => $"resources.limits.memory is {limit.Shown}{Bytes(found)}; asked for is {memory}{(limit.IsSet ? Bytes(asked) : "")}",
            () => Limit(workload, memory, asked)
        );
    }

    // A request above the limit would be refused.
    private static Mend Limit(Workload workload, string memory, decimal asked)
    {
        const string Resources = ExpectedValues.Container + ".resources";
        var limit = ExpectedValues.Set(workload.Manifest, $"{Resources}.limits.memory", memory);
        return Quantity.Parse(workload.Container.At("resources.requests.memory").Text) > asked
            ? Mend.Of(
                $"{limit.Sentence} Its request may not be above that.",
                [.. limit.Edits, Edit.Set(workload.Manifest.Root, $"{Resources}.requests.memory", memory)]
            )
            : limit;
    }

    // Without the default registry, with the tag that an absent one means, and without a digest, which pins what the tag names.
    private static string Familiar(string image)
    {
        var name = image.Split('@')[0];
        var registry = new[] { "docker.io/library/", "docker.io/", "" }.First(prefix => name.StartsWith(prefix, StringComparison.Ordinal));
        return name[registry.Length..] + (name.Split('/')[^1].Contains(':') ? "" : ":latest");
    }

    private static string Bytes(decimal? number) =>
        number is null ? "" : string.Create(CultureInfo.InvariantCulture, $" ({number:N0} bytes)");
}
