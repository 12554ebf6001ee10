using Bernstein.Check.Application;
using Bernstein.Kubernetes.Manifests;
using Bernstein.Kubernetes.Types;
using Bernstein.Kubernetes.Values;
using Bernstein.Kubernetes.Yaml;

namespace Bernstein.Check.Mends;

/// <summary>A file that is missing, or does not hold what it should.</summary>
internal static class FileMends
{
    // What a Deployment has no field for.
    private static readonly string[] OfOthers =
    [
        "serviceName",
        "volumeClaimTemplates",
        "updateStrategy",
        "podManagementPolicy",
        "persistentVolumeClaimRetentionPolicy",
        "ordinals",
    ];

    /// <summary>What makes a flat file be there.</summary>
    internal static Mend Of(Submission submission, string name) =>
        submission.Arrangement.Meant.TryGetValue(name, out var other)
            ? Mend.Of($"Call {other} {name}.", Edit.Move(other, name))
            : Example.Add(submission, name);

    /// <summary>What gives an object of a flat file its kind, where it has none that there is; null for any other object.</summary>
    internal static Mend? Kind(KubernetesObject found)
    {
        if (KnownKinds.IsKind(found.Kind) || found.Root is not Mapping)
        {
            return null;
        }

        var near = Spelling.Nearest(found.Kind, Example.Kinds);
        var spec = found.Root["spec"];
        var kind =
            near is not null ? near
            : found.File.Split('.') is [_, var word, "yaml"]
                ? word switch
                {
                    "volume" => spec["capacity"].IsSet ? "PersistentVolume" : "PersistentVolumeClaim",
                    "rbac" => found.Root["rules"].IsSet ? "ClusterRole"
                    : found.Root["roleRef"].IsSet ? "ClusterRoleBinding"
                    : "ServiceAccount",
                    _ => Example.Kinds.FirstOrDefault(kind => kind.Equals(word, StringComparison.OrdinalIgnoreCase)),
                }
            : null;
        return kind is null ? null : Mend.Of($"Write kind: {kind}", Edit.Set(found.Root, "kind", kind));
    }

    /// <summary>What makes a component's file hold its workload.</summary>
    internal static Mend Workload(Submission submission, Component component)
    {
        var file = submission.Manifests.File(component.WorkloadFile)!;
        if (file.Objects.FirstOrDefault(found => found.Root.At("spec.template.spec").IsSet) is not { } other)
        {
            return Example.Add(submission, component.WorkloadFile);
        }

        var root = other.Root;
        var edits = new List<Edit> { Edit.Set(root, "kind", component.Kind) };
        if (other.ApiVersion != "apps/v1")
        {
            edits.Add(Edit.Set(root, "apiVersion", "apps/v1"));
        }

        edits.AddRange(OfOthers.Where(field => root["spec"][field].IsSet).Select(field => Edit.Remove(root, $"spec.{field}")));
        if (component == Component.Cadvisor)
        {
            edits.AddRange(
                new[] { "replicas", "strategy" }
                    .Where(field => root["spec"][field].IsSet)
                    .Select(field => Edit.Remove(root, $"spec.{field}"))
            );
        }

        foreach (var template in root.At("spec.volumeClaimTemplates").Items)
        {
            var claim = submission.Manifests.OfKind("PersistentVolumeClaim").FirstOrDefault()?.Name ?? component.Name;
            edits.Add(
                Edit.Set(
                    root,
                    $"{Right.Pod}.volumes[+]",
                    $"name: {YamlWriter.Text(template.At("metadata.name").Text ?? "data")}\npersistentVolumeClaim:\n  claimName: {YamlWriter.Text(claim)}"
                )
            );
        }

        return Mend.Of($"In {other.File}, make {other} a {component.Kind} of apps/v1.", edits);
    }
}
