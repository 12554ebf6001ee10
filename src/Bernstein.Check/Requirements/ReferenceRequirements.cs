namespace Bernstein.Check.Requirements;

/// <summary>Names and labels by which objects find each other.</summary>
internal static class ReferenceRequirements
{
    // Kubernetes writes it into every namespace.
    private const string RootCertificate = "kube-root-ca.crt";

    internal static Verdict References(Submission submission) =>
        Verdict.OfEach(
            submission.References,
            "no object names another",
            reference => WhyBroken(submission, reference) is { } broken ? [broken] : []
        );

    internal static Verdict Selectors(Submission submission)
    {
        var workloads =
            from workload in submission.Workloads
            where workload.Manifest.Kind is "Deployment" or "DaemonSet" or "StatefulSet" or "ReplicaSet"
            select OfWorkload(submission, workload);
        var services =
            from part in submission.Parts(Component.All)
            from service in submission.ServicesOf(part.Component)
            select OfService(submission, part.Component, part.Workload, service);
        return Verdict.OfEach(workloads.Concat(services), "there is no workload", findings => findings);
    }

    private static IEnumerable<Finding> OfWorkload(Submission submission, Workload workload)
    {
        var selector = workload.Manifest.Root.At("spec.selector");
        return selector.RefusedIf(
            LabelSelector.IsEmpty(selector) || !LabelSelector.Matches(selector, workload.Labels),
            () =>
                $"the selector of {workload.Manifest} ({LabelSelector.Show(selector["matchLabels"])}) does not match its pods' labels ({LabelSelector.Show(workload.Labels)})",
            () => SelectorMends.OfWorkload(submission, workload)
        );
    }

    private static IEnumerable<Finding> OfService(Submission submission, Component component, Workload own, KubernetesObject service)
    {
        var (selector, manifest) = (service.Root.At("spec.selector"), own.Manifest);
        var foreign =
            from other in submission.Workloads
            where !submission.ObjectsOf(component).Contains(other.Manifest)
            // Written in two files it is one object all the same.
            where
                (other.Manifest.Kind, other.Manifest.Namespace, other.Manifest.Name) != (manifest.Kind, manifest.Namespace, manifest.Name)
                && LabelSelector.Selects(service, other)
            select selector.Refused(
                $"{service} selects the pods of {other.Manifest} too",
                () => Exchange() ?? SelectorMends.Apart(submission, own, service, other)
            );
        return selector
            .RefusedIf(
                !LabelSelector.Selects(service, own),
                () =>
                    manifest.Namespace == service.Namespace
                        ? $"{service} selects {LabelSelector.Show(selector)}, and the pods of {component.Name} have the labels {LabelSelector.Show(own.Labels)}"
                        : $"{service} is in the namespace {service.Namespace}, and the pods of {component.Name} in {manifest.Namespace}",
                () => Exchange() ?? SelectorMends.OfService(submission, component, own, service)
            )
            .Concat(foreign);

        // With another component's workload in the file, it is the workload that is wrong.
        Mend? Exchange() =>
            FileMends.Stranger(submission, component) is { } stranger ? FileMends.Exchange(submission, component, stranger) : null;
    }

    private static Finding? WhyBroken(Submission submission, Reference reference)
    {
        var (manifests, kind, scope, key) = (submission.Manifests, reference.Kind, reference.Namespace, reference.Key?.Text);
        if (reference is { IsOptional: true } or { Name.Text: null or "" } or { Kind: "ConfigMap", Name.Text: RootCertificate })
        {
            return null;
        }

        var name = reference.Name.Text!;
        var found = manifests.Find(kind, scope, name);
        return found is not null && (key is null || found.Keys().Contains(key)) ? null
            : found is null && submission.Unread(kind, name) is { } unread ? unread
            : (found is null ? reference.Name : reference.Key!).Refused(
                $"{reference.Holder} names the {(found is null ? "" : $"key {key} of the ")}{kind} {name}, {manifests.WhyNot(kind, scope, name, key)}",
                () => ReferenceMends.Of(submission, reference, VariableOf(reference))
            ) with
            {
                MayBeElsewhere = !manifests.OfKind(kind).Any(other => other.Name == name),
            };
    }

    // The variable that takes its value by a reference.
    private static string? VariableOf(Reference reference) =>
        Workload
            .Of(reference.Holder)
            ?.Containers.SelectMany(container => container["env"].Items)
            .FirstOrDefault(entry => entry["valueFrom"].PathTo(reference.Name) is { Length: > 0 })
            ?["name"].Text;
}
