using System.Text;
using Bernstein.Check.Manifests;

namespace Bernstein.Check.Requirements;

/// <summary>What is judged: the manifests, and the cluster they are meant for.</summary>
/// <param name="Folder">The manifests.</param>
/// <param name="KubernetesVersion">The version of the cluster, such as 1.22; null where none was given.</param>
public sealed record Submission(ManifestFolder Folder, Version? KubernetesVersion = null)
{
    /// <summary>Every object that makes pods.</summary>
    internal IReadOnlyList<Workload> Workloads { get; } = [.. Folder.Objects.Select(Requirements.Workload.Of).OfType<Workload>()];

    /// <summary>The workload of a component: the Deployment (DaemonSet for cadvisor) in its file. Null where there is none.</summary>
    internal Workload? Workload(Component component) =>
        Folder.In(component.WorkloadFile).FirstOrDefault(found => found.Kind == component.Kind) is { } found ? new Workload(found) : null;

    /// <summary>The Services in a component's Service file.</summary>
    internal IReadOnlyList<KubernetesObject> Services(Component component) =>
        [.. Folder.In(component.ServiceFile).Where(found => found.Kind == "Service")];

    /// <summary>The objects in the files at the top of the folder whose names begin with the component's.</summary>
    internal IEnumerable<KubernetesObject> Of(Component component) =>
        Folder
            .Files.Where(file => !file.Path.Contains('/') && file.Path.StartsWith(component.Name + ".", StringComparison.Ordinal))
            .SelectMany(file => file.Objects);

    /// <summary>The objects of a kind, of every file.</summary>
    internal IEnumerable<KubernetesObject> OfKind(string kind) => Folder.Objects.Where(found => found.Kind == kind);

    /// <summary>The object of a kind, a namespace and a name; null where there is none.</summary>
    internal KubernetesObject? Find(string kind, string @namespace, string name) =>
        OfKind(kind).FirstOrDefault(found => found.Name == name && (found.Namespace == @namespace || Scope.IsClusterWide(kind)));

    /// <summary>The value under a key of a ConfigMap or a Secret; null where there is no such object or key.</summary>
    internal string? Value(string kind, string @namespace, string name, string key)
    {
        if (Find(kind, @namespace, name)?.Root is not { } holder)
        {
            return null;
        }

        if (kind == "Secret")
        {
            return holder["stringData"][key].Text ?? (holder["data"][key].Text is { } encoded ? Decode(encoded) : null);
        }

        return holder["data"][key].Text;
    }

    // How well a Secret is encoded is wiring.secret-encoding's business alone.
    private static string Decode(string encoded)
    {
        try
        {
            return Encoding.UTF8.GetString(Convert.FromBase64String(encoded));
        }
        catch (FormatException)
        {
            return encoded;
        }
    }
}
