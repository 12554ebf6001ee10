namespace Bernstein.Check.Mends;

/// <summary>A name that changes at both ends: on the object, and wherever it is named.</summary>
internal static class NameMends
{
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
            [
                Edit.SetText(found.Root, "metadata.name", free),
                .. from end in found.Name.Length == 0 ? [] : Ends(submission, found)
                let path = end.Holder.Root.PathTo(end.Name)
                where path is not null
                select Edit.SetText(end.Holder.Root, path, free),
            ]
        );
    }

    // The name by which something asks for an object that has none.
    private static string? Asked(Submission submission, KubernetesObject found) =>
        (
            from reference in submission.References
            where found.Name.Length == 0 && reference.Kind == found.Kind
            where reference.Namespace == found.Namespace || KnownKinds.IsClusterWide(found.Kind)
            let name = reference.Name.Text ?? ""
            where name.Length > 0 && submission.Manifests.Find(found.Kind, reference.Namespace, name) is null
            select name
        ).FirstOrDefault();

    private static IEnumerable<(KubernetesObject Holder, Node Name)> Ends(Submission submission, KubernetesObject found)
    {
        var all = submission.Manifests.Objects;
        var ends =
            from reference in submission.References
            where reference.Kind == found.Kind && (reference.Namespace == found.Namespace || KnownKinds.IsClusterWide(found.Kind))
            select (reference.Holder, reference.Name);
        return ends.Concat(
                found.Kind switch
                {
                    "Service" => Backends(all, found).Concat(Hosts(submission)),
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
    private static IEnumerable<(KubernetesObject, Node)> Hosts(Submission submission) =>
        [
            .. from workload in submission.Workloads
            from container in workload.Containers
            from entry in container["env"].Items
            select (workload.Manifest, entry["value"]),
            .. from map in submission.Manifests.OfKind("ConfigMap") from entry in map.Root["data"].Entries select (map, entry.Value),
        ];
}
