namespace Bernstein.Check.Mends;

/// <summary>Labels that do not meet.</summary>
internal static class SelectorMends
{
    /// <summary>What makes a workload's selector that of its own pods.</summary>
    internal static Mend OfWorkload(Submission submission, Workload workload)
    {
        var (selector, labels) = (workload.Manifest.Root.At("spec.selector"), workload.Labels);
        var asked =
            labels.Entries.Count > 0 ? ExpectedValues.Lines(labels)
            : selector["matchLabels"] is { Entries.Count: > 0 } map ? ExpectedValues.Lines(map)
            : $"app: {workload.Manifest.Name}";
        return labels.Entries.Count == 0 || selector["matchExpressions"].IsSet || !selector["matchLabels"].IsSet
            ? Mend.Of(
                $"Let the selector of {workload.Manifest} ask for the labels of its pods.",
                [
                    .. labels.Entries.Count > 0 ? [] : new[] { Edit.Set(labels, "", asked) },
                    Edit.Set(selector, "", $"matchLabels:\n  {YamlWriter.Indented(asked)}"),
                ]
            )
            : Mend.Of(
                $"Let the selector of {workload.Manifest} and the labels of its pods be the same.",
                from place in new[] { selector["matchLabels"], labels }
                from label in ExpectedValues.Labels(submission, workload).Entries
                where place[label.Key].Text != label.Value.Text
                select Edit.Set(place, Edit.Below("", label.Key), YamlWriter.Text(label.Value.Text ?? ""))
            );
    }

    /// <summary>What makes a Service select the pods of its component.</summary>
    internal static Mend? OfService(Submission submission, Component component, Workload own, KubernetesObject service)
    {
        if (own.Manifest.Namespace != service.Namespace)
        {
            return ExpectedValues.Set(
                service.Namespace != component.Namespace ? service : own.Manifest,
                "metadata.namespace",
                component.Namespace
            );
        }

        return ExpectedValues.Labels(submission, own).Entries.Count == 0
            ? null
            : Mend.Of(
                $"Let {service} select the labels of {own.Manifest}'s pods.",
                Edit.Set(service.Root, "spec.selector", ExpectedValues.Lines(ExpectedValues.Labels(submission, own)))
            );
    }

    /// <summary>What keeps a Service from selecting the pods of another workload too.</summary>
    internal static Mend Apart(Submission submission, Workload own, KubernetesObject service, Workload other)
    {
        var labels = ExpectedValues.Labels(submission, own);
        if (!LabelSelector.MatchesAll(labels, other.Labels) && labels.Entries.Count > 0)
        {
            return Mend.Of(
                $"Let {service} select all labels of {own.Manifest}'s pods.",
                Edit.Set(service.Root, "spec.selector", ExpectedValues.Lines(labels))
            );
        }

        // Whoever finds them by the label finds them by the new one.
        var (key, name) = (service.Root.At("spec.selector").Entries[0].Key, YamlWriter.Text(other.Manifest.Name));
        var finders = submission
            .Manifests.OfKind("Service")
            .Where(finder => !ReferenceEquals(finder, service) && LabelSelector.Selects(finder, other))
            .Select(finder => finder.Root.At("spec.selector"))
            .Concat(
                other.Pod.At("affinity.podAntiAffinity")[SpreadMends.Required].Items.Select(rule => rule.At("labelSelector.matchLabels"))
            )
            .Append(other.Manifest.Root.At("spec.selector.matchLabels"))
            .Where(labels => labels[key].IsSet);
        return Mend.Of(
            $"Give the pods of {other.Manifest} a label of their own.",
            finders.Prepend(other.Labels).Select(labels => Edit.Set(labels, Edit.Below("", key), name))
        );
    }
}
