namespace Bernstein.Check.Requirements;

/// <summary>Names and labels by which objects find each other.</summary>
internal static class ReferenceRequirements
{
    // Kubernetes writes it into every namespace.
    private const string RootCertificate = "kube-root-ca.crt";

    internal static Requirement Selectors() =>
        new(
            "wiring.selectors",
            Severity.Wiring,
            "Each workload's selector matches its own pod labels; each Service of a component selects the pods of that component and of no other component, in its own namespace.",
            "Kubernetes refuses the workload, or the Service leads nowhere or to the wrong pods.",
            "Write the same labels into the selector and into the pod template's metadata.labels.",
            JudgeSelectors
        );

    internal static Requirement References() =>
        new(
            "wiring.references",
            Severity.Wiring,
            "Every ConfigMap, Secret, key, ServiceAccount, PersistentVolumeClaim and Role that an object names is among the files.",
            "The pod never starts: CreateContainerConfigError, FailedMount or a ServiceAccount that is not found.",
            "Add the object or the key that is named, in the same namespace, or correct the name.",
            submission =>
            {
                var references = submission.Manifests.Objects.SelectMany(Reference.Of).ToArray();
                return references.Length == 0
                    ? Verdict.NotJudged("no object names another")
                    : Verdict.Of(references.Select(reference => WhyBroken(submission, reference)).OfType<Finding>());
            }
        );

    private static Verdict JudgeSelectors(Submission submission)
    {
        var workloads = submission
            .Workloads.Where(workload => workload.Manifest.Kind is "Deployment" or "DaemonSet" or "StatefulSet" or "ReplicaSet")
            .ToArray();
        var services = (
            from component in Component.All
            let own = submission.WorkloadOf(component)
            where own is not null
            from service in submission.ServicesOf(component)
            select (component, own, service)
        ).ToArray();
        return workloads.Length + services.Length == 0
            ? Verdict.NotJudged("there is no workload")
            : Verdict.Of([
                .. workloads.Select(workload => OfWorkload(submission, workload)).OfType<Finding>(),
                .. services.SelectMany(found => OfService(submission, found.component, found.own, found.service)),
            ]);
    }

    private static Finding? OfWorkload(Submission submission, Workload workload) =>
        workload.Manifest.Root.At("spec.selector") is var selector
        && (LabelSelector.IsEmpty(selector) || !LabelSelector.Matches(selector, workload.Labels))
            ? selector.Refused(
                $"the selector of {workload.Manifest} ({LabelSelector.Show(selector["matchLabels"])}) does not match its pods' labels ({LabelSelector.Show(workload.Labels)})",
                () => SelectorMends.OfWorkload(submission, workload)
            )
            : null;

    private static IEnumerable<Finding> OfService(Submission submission, Component component, Workload own, KubernetesObject service)
    {
        var selector = service.Root.At("spec.selector");
        // With another component's workload in the file, it is the workload that is wrong.
        Mend? Exchange() =>
            ExchangeMends.Stranger(submission, component) is { } stranger ? ExchangeMends.Of(submission, component, stranger) : null;
        if (!LabelSelector.Selects(service, own))
        {
            yield return new Finding(
                own.Manifest.Namespace == service.Namespace
                    ? $"{service} selects {LabelSelector.Show(selector)}, and the pods of {component.Name} have the labels {LabelSelector.Show(own.Labels)}"
                    : $"{service} is in the namespace {service.Namespace}, and the pods of {component.Name} in {own.Manifest.Namespace}",
                selector.Location
            )
            {
                MendBy = () => Exchange() ?? SelectorMends.OfService(submission, component, own, service),
            };
        }

        foreach (
            var other in submission.Workloads.Where(other =>
                !submission.ObjectsOf(component).Contains(other.Manifest)
                && !IsSame(other.Manifest, own.Manifest)
                && LabelSelector.Selects(service, other)
            )
        )
        {
            yield return new Finding($"{service} selects the pods of {other.Manifest} too", selector.Location)
            {
                MendBy = () => Exchange() ?? SelectorMends.Apart(submission, own, service, other),
            };
        }
    }

    // Written in two files it is one object all the same.
    private static bool IsSame(KubernetesObject one, KubernetesObject other) =>
        (one.Kind, one.Namespace, one.Name) == (other.Kind, other.Namespace, other.Name);

    private static Finding? WhyBroken(Submission submission, Reference reference)
    {
        var manifests = submission.Manifests;
        var (holder, kind, name) = (reference.Holder, reference.Kind, reference.Name.Text ?? "");
        if (reference.IsOptional || name.Length == 0 || (kind == "ConfigMap" && name == RootCertificate))
        {
            return null;
        }

        var key = reference.Key?.Text;
        if (manifests.Find(kind, reference.Namespace, name) is { } found && (key is null || found.Keys().Contains(key)))
        {
            return null;
        }

        if (manifests.Find(kind, reference.Namespace, name) is null && submission.Unread(kind, name) is { } unread)
        {
            return unread;
        }

        var place = manifests.Find(kind, reference.Namespace, name) is null ? reference.Name : reference.Key!;
        return new Finding(
            $"{holder} names the {(place == reference.Name ? "" : $"key {key} of the ")}{kind} {name}, {manifests.WhyNot(kind, reference.Namespace, name, key)}",
            place.Location
        )
        {
            MendBy = () => ReferenceMends.Of(submission, reference, VariableOf(reference)),
            MayBeElsewhere = !manifests.OfKind(kind).Any(found => found.Name == name),
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
