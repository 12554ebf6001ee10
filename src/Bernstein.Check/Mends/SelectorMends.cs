namespace Bernstein.Check.Mends;

/// <summary>Labels that do not meet.</summary>
internal static class SelectorMends
{
    /// <summary>What makes a workload's selector that of its own pods.</summary>
    internal static Mend OfWorkload(Submission submission, Workload workload)
    {
        var (root, labels) = (workload.Manifest.Root, workload.Labels);
        var selector = root.At("spec.selector");
        if (labels.Entries.Count == 0)
        {
            var asked =
                selector["matchLabels"].Entries.Count > 0
                    ? ExpectedValues.Lines(selector["matchLabels"])
                    : $"app: {workload.Manifest.Name}";
            return Mend.Of(
                $"Give the pods of {workload.Manifest} labels, and its selector the same.",
                Edit.Set(root, "spec.template.metadata.labels", asked),
                Edit.Set(root, "spec.selector", $"matchLabels:\n  {asked.Replace("\n", "\n  ", StringComparison.Ordinal)}")
            );
        }

        if (selector["matchExpressions"].IsSet || !selector["matchLabels"].IsSet)
        {
            return Mend.Of(
                $"Let the selector of {workload.Manifest} ask for the labels of its pods.",
                Edit.Set(
                    root,
                    "spec.selector",
                    $"matchLabels:\n  {ExpectedValues.Lines(labels).Replace("\n", "\n  ", StringComparison.Ordinal)}"
                )
            );
        }

        return Mend.Of(
            $"Let the selector of {workload.Manifest} and the labels of its pods be the same.",
            from map in new[] { "spec.selector.matchLabels", "spec.template.metadata.labels" }
            from label in ExpectedValues.Labels(submission, workload).Entries
            where root.At(map)[label.Key].Text != label.Value.Text
            select Edit.Set(root, Edit.Below(map, label.Key), YamlWriter.Text(label.Value.Text ?? ""))
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

        var key = service.Root.At("spec.selector").Entries[0].Key;
        var root = other.Manifest.Root;
        var path =
            other.Manifest.Kind == "CronJob" ? "spec.jobTemplate.spec.template.metadata.labels"
            : other.Manifest.Kind == "Pod" ? "metadata.labels"
            : "spec.template.metadata.labels";
        var edits = new List<Edit> { Edit.Set(root, Edit.Below(path, key), other.Manifest.Name) };
        if (root.At("spec.selector.matchLabels")[key].IsSet)
        {
            edits.Add(Edit.Set(root, Edit.Below("spec.selector.matchLabels", key), other.Manifest.Name));
        }

        return Mend.Of($"Give the pods of {other.Manifest} a label of their own.", edits);
    }
}
