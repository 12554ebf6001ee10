namespace Bernstein.Check.Mends;

/// <summary>A name that leads nowhere: which of the two ends is wrong, and what would make them meet.</summary>
internal static class ReferenceMends
{
    /// <summary>What mends a reference that leads nowhere, which a variable may take its value by; null where only a person can tell.</summary>
    internal static Mend? Of(Submission submission, Reference reference, string? variable = null)
    {
        var (holder, kind, name) = (reference.Holder, reference.Kind, reference.Name.Text ?? "");
        var there = submission.Manifests.OfKind(kind).ToArray();
        return submission.Manifests.Find(kind, reference.Namespace, name) is { } found
                ? MissingMends.Key(submission, reference, found, variable)
            // What stands in the wrong namespace finds nothing there.
            : !KnownKinds.IsClusterWide(holder.Kind) && submission.ComponentOf(holder)?.Namespace is { } own && own != holder.Namespace
                ? ExpectedValues.Set(holder, "metadata.namespace", own)
            : there.FirstOrDefault(other => other.Name == name) is { } elsewhere ? Together(submission, reference, elsewhere)
            : there.FirstOrDefault(other => other.Name.Length == 0 && name.Length > 0) is { } nameless
                ? NameMends.ToName(submission, nameless, name, "Give it a name.")
            : Alike(submission, reference, there) is { } alike ? ByName(submission, reference, alike)
            : OfOtherKind(submission, reference) ?? MissingMends.Object(submission, reference);
    }

    // One that others name keeps its name.
    private static Mend ByName(Submission submission, Reference reference, KubernetesObject alike) =>
        reference.Name is Scalar { Type: ScalarType.Text, Value: var name }
        && !IsNamed(submission, alike)
        && ApiRules.IsName(alike.Kind, name)
            ? Mend.Of(
                $"Call the {alike.Kind} {alike.Name} {name}, as {reference.Holder} does.",
                Edit.SetText(alike.Root, "metadata.name", name)
            )
            : Mend.Of($"Name the {alike.Kind} that is there: {alike.Name}.", Edit.SetText(reference.Name, "", alike.Name));

    /// <summary>What mends a Secret that is named as a ConfigMap, or the other way round; null where it is neither.</summary>
    internal static Mend? OfOtherKind(Submission submission, Reference reference)
    {
        var (other, fields) = reference.Kind switch
        {
            "ConfigMap" => ("Secret", new[] { ("configMapKeyRef", "secretKeyRef"), ("configMapRef", "secretRef") }),
            "Secret" => ("ConfigMap", [("secretKeyRef", "configMapKeyRef"), ("secretRef", "configMapRef")]),
            _ => ("", []),
        };
        var source = reference.Name.Path is var path && path.LastIndexOf('.') is > 0 and var end ? path[..end] : "";
        return
            submission.Manifests.Find(other, reference.Namespace, reference.Name.Text ?? "") is { } found
            && (reference.Key?.Text is not { } key || found.Keys().Contains(key))
            && fields.FirstOrDefault(pair => source.EndsWith("." + pair.Item1, StringComparison.Ordinal)) is (var from, { } to)
            ? Mend.Of($"Write {to} for {from}: {found.Name} is a {other}.", Edit.Rename(reference.Holder.Root, source, to))
            : null;
    }

    // The object that is meant: its name is nearly the same, it has the key, or it is the only one of its kind.
    private static KubernetesObject? Alike(Submission submission, Reference reference, KubernetesObject[] there)
    {
        var candidates = there.Where(other => other.Namespace == reference.Namespace || KnownKinds.IsClusterWide(other.Kind)).ToArray();
        var near = Spelling.Nearest(reference.Name.Text ?? "", candidates.Select(other => other.Name));
        // All who ask for it mean the same one, whatever key each asks for.
        var keys = (
            from same in submission.References
            where (same.Kind, same.Namespace, same.Name.Text) == (reference.Kind, reference.Namespace, reference.Name.Text)
            select same.Key?.Text
        ).ToArray();
        return candidates.FirstOrDefault(other => other.Name == near)
            ?? (
                reference.Key is not null ? candidates.FirstOrDefault(other => other.Keys().Intersect(keys).Any())
                : candidates.Length == 1 && reference.Kind is not ("ConfigMap" or "Secret") ? candidates[0]
                : Needed(submission, reference) is { Length: > 0 } needed
                && candidates.Where(other => needed.All(other.Keys().Contains)).ToArray() is [var only]
                    ? only
                : null
            );
    }

    /// <summary>What the component that takes all of a ConfigMap or a Secret needs of it.</summary>
    internal static string[] Needed(Submission submission, Reference reference) =>
        submission.ComponentOf(reference.Holder) is { } component
        && submission.WorkloadOf(component) is { } workload
        && workload.Manifest == reference.Holder
        && workload.Container["envFrom"].PathTo(reference.Name) is { Length: > 0 }
            ?
            [
                .. component.Variables.Where(variable =>
                    ExpectedValues.IsSecret(variable) == (reference.Kind == "Secret")
                    && Variable.Find(submission.Manifests, workload, variable)?.Value is null
                ),
            ]
            : [];

    private static bool IsNamed(Submission submission, KubernetesObject found) =>
        submission.References.Any(other =>
            other.Kind == found.Kind
            && other.Name.Text == found.Name
            && submission.Manifests.Find(other.Kind, other.Namespace, found.Name) == found
        );

    // Two that are in different namespaces: the one that is not where its component is has to move, and none leaves that place.
    private static Mend? Together(Submission submission, Reference reference, KubernetesObject elsewhere)
    {
        var (holder, its) = (reference.Holder, submission.ComponentOf(elsewhere)?.Namespace);
        if (holder.Root["subjects"].Items.FirstOrDefault(subject => ReferenceEquals(subject["name"], reference.Name)) is { } subject)
        {
            var place = its ?? elsewhere.Namespace;
            return place == reference.Namespace
                ? ExpectedValues.Set(elsewhere, "metadata.namespace", place)
                : Mend.Of($"Name the namespace of the {elsewhere.Kind}: {place}.", Edit.Set(subject, "namespace", place));
        }

        var others = Reference.Of(holder).ToArray();
        var isThere = its is not null || IsNamed(submission, elsewhere) || others.Count(other => IsIn(submission, other, elsewhere)) > 1;
        return KnownKinds.IsClusterWide(holder.Kind) ? null
            : its is not null && its != elsewhere.Namespace ? ExpectedValues.Set(elsewhere, "metadata.namespace", its)
            : isThere && submission.ComponentOf(holder) is null && !others.Any(other => IsIn(submission, other, holder))
                ? ExpectedValues.Set(holder, "metadata.namespace", elsewhere.Namespace)
            : its is null && !IsNamed(submission, elsewhere) ? ExpectedValues.Set(elsewhere, "metadata.namespace", holder.Namespace)
            : Copy(submission, holder, elsewhere);
    }

    // The same object where it is asked for, in the file of the one that asks.
    private static Mend? Copy(Submission submission, KubernetesObject holder, KubernetesObject elsewhere) =>
        submission.TextOf(elsewhere) is { } text
        && YamlEditor.Apply(text, Edit.Set(new Mapping(new Location("", 1), []), "metadata.namespace", holder.Namespace)) is { } copy
            ? Mend.Of($"Write the {elsewhere} of the namespace {holder.Namespace} into {holder.File} too.", Edit.Add(holder.File, copy))
            : null;

    private static bool IsIn(Submission submission, Reference reference, KubernetesObject place) =>
        submission.Manifests.Find(reference.Kind, place.Namespace, reference.Name.Text ?? "") is not null;
}
