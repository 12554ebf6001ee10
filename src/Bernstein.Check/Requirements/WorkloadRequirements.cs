namespace Bernstein.Check.Requirements;

/// <summary>What the specification fixes about each workload: image, namespace, instances, restarts, memory, ports.</summary>
internal static class WorkloadRequirements
{
    internal static Requirement Image(Component component) =>
        ComponentRequirement.Workload(
            component,
            "image",
            $"{component.Name} runs {component.Image}.",
            "Another image or tag is another program: the rest of the deployment is made for this one.",
            $"Set image: {component.Image} on the first container of {component.WorkloadFile}.",
            (submission, workload) =>
            {
                var image = workload.Container["image"];
                return image.Text is { } text && Familiar(text) == component.Image
                    ? Verdict.Pass
                    : Verdict.Fail(
                        $"the image is {image.Shown}; asked for is {component.Image}",
                        image.Location,
                        () => Images(submission, component, workload)
                    );
            }
        );

    internal static Requirement Namespace(Component component) =>
        ComponentRequirement.Workload(
            component,
            "namespace",
            $"The objects of {component.Name} are in the namespace {component.Namespace}.",
            "Names of Services, ConfigMaps and Secrets are looked up within a namespace.",
            component.Namespace == "default"
                ? $"Remove metadata.namespace from the files of {component.Name}, or set it to default."
                : $"Set metadata.namespace: {component.Namespace} on every namespaced object in the files of {component.Name}.",
            (submission, _) =>
                Verdict.Of(
                    submission
                        .ObjectsOf(component)
                        .Where(found => !Scope.IsClusterWide(found.Kind) && found.Namespace != component.Namespace)
                        .Select(found => new Finding(
                            $"{found} is in the namespace {found.Namespace}; asked for is {component.Namespace}",
                            found.Root.At("metadata.namespace").Location
                        )
                        {
                            MendBy = () =>
                                FileMends.Kind(submission, found) ?? ExpectedValues.Set(found, "metadata.namespace", component.Namespace),
                        })
                )
        );

    internal static Requirement Replicas(Component component) =>
        ComponentRequirement.Workload(
            component,
            "replicas",
            component.Replicas == 1 ? $"{component.Name} runs once." : $"{component.Name} runs {component.Replicas} instances.",
            component.Replicas == 1
                ? "A second instance would work on the same data at the same time."
                : "With a single instance, the page is down whenever that instance is.",
            $"Set spec.replicas: {component.Replicas} in {component.WorkloadFile}.",
            (_, workload) =>
            {
                var replicas = workload.Manifest.Root.At("spec.replicas");
                var number = replicas.IsSet ? replicas.Number : 1;
                return number == component.Replicas
                    ? Verdict.Pass
                    : Verdict.Fail(
                        replicas.IsSet
                            ? $"spec.replicas is {replicas.Shown}; asked for is {component.Replicas}"
                            : $"spec.replicas is not set, which means 1; asked for is {component.Replicas}",
                        replicas.Location,
                        () => ExpectedValues.Set(workload.Manifest, "spec.replicas", $"{component.Replicas}")
                    );
            }
        );

    internal static Requirement Restart(Component component) =>
        ComponentRequirement.Workload(
            component,
            "restart",
            $"{component.Name} is always restarted.",
            "A container that exits is not started again.",
            $"Set restartPolicy: Always in the pod template of {component.WorkloadFile}, or leave it out.",
            (_, workload) =>
            {
                var policy = workload.Pod["restartPolicy"];
                return !policy.IsSet || policy.Text == "Always"
                    ? Verdict.Pass
                    : Verdict.Fail(
                        $"restartPolicy is {policy.Shown}; asked for is Always",
                        policy.Location,
                        () => ExpectedValues.Set(workload.Manifest, $"{ExpectedValues.Pod}.restartPolicy", "Always")
                    );
            }
        );

    internal static Requirement Memory(Component component) =>
        ComponentRequirement.Workload(
            component,
            "memory",
            $"The memory of {component.Name} is limited to {component.Memory}.",
            "Without a limit, one container with a memory leak can stop a whole node.",
            $"Set resources.limits.memory: {component.Memory} on the first container of {component.WorkloadFile} (M is 1,000,000 bytes, Mi is 1,048,576).",
            (_, workload) =>
            {
                var limit = workload.Container.At("resources.limits.memory");
                var (found, asked) = (Quantity.Parse(limit.Text), Quantity.Parse(component.Memory)!.Value);
                return found == asked
                    ? Verdict.Pass
                    : Verdict.Fail(
                        limit.IsSet
                            ? $"resources.limits.memory is {limit.Shown}{Bytes(found)}; asked for is {component.Memory}{Bytes(asked)}"
                            : $"resources.limits.memory is not set; asked for is {component.Memory}",
                        limit.Location,
                        () => Limit(component, workload, asked)
                    );
            }
        );

    private static Mend Images(Submission submission, Component component, Workload workload) =>
        component == Component.Traefik
            ? TraefikArguments.Mended(submission, workload)
            : ExpectedValues.Set(workload.Manifest, $"{ExpectedValues.Container}.image", component.Image);

    // A request above the limit would be refused.
    private static Mend Limit(Component component, Workload workload, decimal asked)
    {
        const string Resources = ExpectedValues.Container + ".resources";
        var limit = ExpectedValues.Set(workload.Manifest, $"{Resources}.limits.memory", component.Memory!);
        return Quantity.Parse(workload.Container.At("resources.requests.memory").Text) > asked
            ? Mend.Of(
                $"{limit.Sentence} Its request may not be above that.",
                [.. limit.Edits, Edit.Set(workload.Manifest.Root, $"{Resources}.requests.memory", component.Memory!)]
            )
            : limit;
    }

    // Without the default registry, with the tag that an absent one means, and without a digest, which pins what the tag names.
    private static string Familiar(string image)
    {
        var name = image.Split('@')[0];
        var registry =
            new[] { "docker.io/library/", "docker.io/" }.FirstOrDefault(prefix => name.StartsWith(prefix, StringComparison.Ordinal)) ?? "";
        var hasTag = name.LastIndexOf(':') > name.LastIndexOf('/');
        return name[registry.Length..] + (hasTag ? "" : ":latest");
    }

    private static string Bytes(decimal? number) =>
        number is null ? "" : string.Create(CultureInfo.InvariantCulture, $" ({number:N0} bytes)");
}
