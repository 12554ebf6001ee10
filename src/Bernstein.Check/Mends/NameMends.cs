namespace Bernstein.Check.Mends;

/// <summary>A name that changes at both ends: on the object, and wherever it is named.</summary>
internal static class NameMends
{
    /// <summary>Gives an object another name.</summary>
    internal static IEnumerable<Edit> Rename(Submission submission, KubernetesObject found, string name) =>
        Ends(submission, found)
            .Select(end => (end.Holder, Path: end.Holder.Root.PathTo(end.Name)))
            .Where(end => end.Path is not null)
            .Select(end => Edit.Set(end.Holder.Root, end.Path!, YamlWriter.Text(name)))
            .Prepend(Edit.Set(found.Root, "metadata.name", YamlWriter.Text(name)));

    /// <summary>Gives an object a name that none of its kind has.</summary>
    internal static Mend ToName(Submission submission, KubernetesObject found, string name, string sentence)
    {
        var plain = Asked(submission, found) ?? name.Trim('"');
        var isTaken = submission.Folder.Objects.Any(other =>
            !ReferenceEquals(other, found)
            && other.Kind == found.Kind
            && (other.Name == plain || (other.Name.Length == 0 && found.Name.Length == 0 && other.File == found.File))
        );
        var free = isTaken ? $"{plain}-{found.Root.Location.Line}" : plain;
        return Mend.Of(
            isTaken ? $"Write name: {free}" : sentence,
            found.Name.Length == 0 ? [Edit.Set(found.Root, "metadata.name", YamlWriter.Text(free))] : Rename(submission, found, free)
        );
    }

    /// <summary>The name by which something asks for an object that has none; null where nothing does, or it has one.</summary>
    internal static string? Asked(Submission submission, KubernetesObject found) =>
        (
            from reference in submission.Manifests.Objects.SelectMany(Reference.Of)
            where found.Name.Length == 0 && reference.Kind == found.Kind
            where reference.Namespace == found.Namespace || Scope.IsClusterWide(found.Kind)
            let name = reference.Name.Text ?? ""
            where name.Length > 0 && submission.Manifests.Find(found.Kind, reference.Namespace, name) is null
            select name
        ).FirstOrDefault();

    private static IEnumerable<(KubernetesObject Holder, Node Name)> Ends(Submission submission, KubernetesObject found)
    {
        var all = submission.Manifests.Objects;
        var isWide = Scope.IsClusterWide(found.Kind);
        var ends =
            from holder in all
            from reference in Reference.Of(holder)
            where reference.Kind == found.Kind && (isWide || reference.Namespace == found.Namespace)
            select (holder, reference.Name);
        return ends.Concat(
                found.Kind switch
                {
                    "Service" => Backends(all, found).Concat(Hosts(submission, found)),
                    "PersistentVolume" => all.Select(claim => (claim, claim.Root.At("spec.volumeName"))),
                    "PersistentVolumeClaim" => all.Select(volume => (volume, volume.Root.At("spec.claimRef.name"))),
                    _ => all.Where(scaler => scaler.Root.At("spec.scaleTargetRef.kind").Text == found.Kind)
                        .Select(scaler => (scaler, scaler.Root.At("spec.scaleTargetRef.name"))),
                }
            )
            .Where(end => end.Item2.Text == found.Name);
    }

    private static IEnumerable<(KubernetesObject, Node)> Backends(IEnumerable<KubernetesObject> all, KubernetesObject service) =>
        from ingress in all
        where ingress.Kind == "Ingress" && ingress.Namespace == service.Namespace
        from backend in IngressBackend.Of(ingress)
        from name in new[] { backend.Node.At("service.name"), backend.Node["serviceName"] }
        select (ingress, name);

    // Literals, and values of ConfigMaps, that are the name of a host.
    private static IEnumerable<(KubernetesObject, Node)> Hosts(Submission submission, KubernetesObject service) =>
        submission
            .Workloads.SelectMany(workload =>
                workload.Containers.SelectMany(container => container["env"].Items.Select(entry => (workload.Manifest, entry["value"])))
            )
            .Concat(
                submission.Manifests.OfKind("ConfigMap").SelectMany(map => map.Root["data"].Entries.Select(entry => (map, entry.Value)))
            )
            .Where(host => host.Item2.Text == service.Name);
}
