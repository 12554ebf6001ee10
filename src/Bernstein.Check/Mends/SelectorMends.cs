namespace Bernstein.Check.Mends;

/// <summary>Labels that do not meet.</summary>
internal static class SelectorMends
{
    /// <summary>What makes a workload's selector that of its own pods.</summary>
    internal static Mend OfWorkload(Submission submission, Workload workload)
    {
        var (selector, labels) = (workload.Manifest.Root.At("spec.selector"), workload.Labels);
        var lines = ExpectedValues.Lines(labels.Entries.Count > 0 ? labels : selector["matchLabels"]);
        var asked = lines.Length > 0 ? lines : $"app: {workload.Manifest.Name}";
        return labels.Entries.Count == 0 || selector["matchExpressions"].IsSet || !selector["matchLabels"].IsSet
            ? Mend.Of(
                $"Let the selector of {workload.Manifest} ask for the labels of its pods.",
                [
                    labels.Entries.Count > 0 ? null : Edit.Set(labels, "", asked),
                    Edit.Set(selector, "", $"matchLabels:\n  {YamlWriter.Indented(asked)}"),
                ]
            )
            : Mend.Of(
                $"Let the selector of {workload.Manifest} and the labels of its pods be the same.",
                from place in new[] { selector["matchLabels"], labels }
                from label in ExpectedValues.Labels(submission, workload).Entries
                where place[label.Key].Text != label.Value.Text
                select Edit.SetText(place, Edit.Below("", label.Key), label.Value.Text ?? "")
            );
    }

    /// <summary>What makes a Service select the pods of its component.</summary>
    internal static Mend? OfService(Submission submission, Component component, Workload own, KubernetesObject service)
    {
        var labels = ExpectedValues.Labels(submission, own);
        return own.Manifest.Namespace != service.Namespace
                ? ExpectedValues.Set(
                    service.Namespace != component.Namespace ? service : own.Manifest,
                    "metadata.namespace",
                    component.Namespace
                )
            : labels.Entries.Count == 0 ? null
            : Select(service, labels, $"Let {service} select the labels of {own.Manifest}'s pods.");
    }

    /// <summary>What keeps a Service from selecting the pods of another workload too.</summary>
    internal static Mend Apart(Submission submission, Workload own, KubernetesObject service, Workload other)
    {
        var labels = ExpectedValues.Labels(submission, own);
        if (!LabelSelector.MatchesAll(labels, other.Labels) && labels.Entries.Count > 0)
        {
            return Select(service, labels, $"Let {service} select all labels of {own.Manifest}'s pods.");
        }

        // Whoever finds them by the label finds them by the new one.
        var key = service.Root.At("spec.selector").Entries[0].Key;
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
            finders.Prepend(other.Labels).Select(labels => Edit.SetText(labels, Edit.Below("", key), other.Manifest.Name))
        );
    }

    private static Mend Select(KubernetesObject service, Node labels, string sentence) =>
        Mend.Of(sentence, Edit.Set(service.Root, "spec.selector", ExpectedValues.Lines(labels)));
}
