using Bernstein.Check.Yaml;

namespace Bernstein.Check.Manifests;

/// <summary>Takes the text of a file for the Kubernetes objects in it, and says what is none.</summary>
internal static class ManifestReader
{
    /// <summary>Configuration of tools that looks like a Kubernetes object and is applied to no cluster, by API group.</summary>
    private static readonly string[] ClientGroups =
    [
        "kind.x-k8s.io",
        "k3d.io",
        "kustomize.config.k8s.io",
        "kubeadm.k8s.io",
        "kubelet.config.k8s.io",
        "kubeproxy.config.k8s.io",
        "minikube.sigs.k8s.io",
        "skaffold",
        "client.authentication.k8s.io",
        "ctlptl.dev",
    ];

    /// <summary>Reads the text of one file.</summary>
    /// <param name="path">The path that locations name.</param>
    /// <param name="text">Its content.</param>
    /// <param name="isManifest">Whether every document of it is meant to be an object; otherwise it must look like one.</param>
    internal static ManifestFile Read(string path, string text, bool isManifest)
    {
        var isJson = path.EndsWith(".json", StringComparison.Ordinal);
        var (documents, remark) = YamlReader.Read(path, text);
        if (IsTemplate(text, isManifest) && (remark is not null || documents.Any(document => document.IsSet && document is not Mapping)))
        {
            return ManifestFile.LeftOut(
                path,
                "a template that was never rendered (helm template renders it)",
                isFault: false,
                remark?.Location.Line ?? 1
            );
        }

        // Most files in JSON are no manifests, whatever is wrong with them.
        if (isJson && remark is not null)
        {
            return new ManifestFile(path, [], []);
        }

        var (objects, others) = (new List<KubernetesObject>(), new List<Remark>());
        foreach (var document in documents.Where(document => document.IsSet))
        {
            if (IsObject(document, isManifest))
            {
                objects.AddRange(Unwrap(document));
            }
            else if (!isJson)
            {
                others.Add(new Remark(document.Location, "left out: no Kubernetes object", IsFault: false));
            }
        }

        return new ManifestFile(path, objects, remark is null ? others : [.. others, remark]) { Text = text };
    }

    private static bool IsTemplate(string text, bool isManifest) => !isManifest && text.Contains("{{", StringComparison.Ordinal);

    private static bool IsObject(Node document, bool isManifest)
    {
        var found = new KubernetesObject(document);
        if (ClientGroups.Contains(found.Group) || found is { ApiVersion: "v1", Kind: "Config" })
        {
            return false;
        }

        var (version, kind, metadata) = (document["apiVersion"].IsSet, document["kind"].IsSet, document["metadata"].IsSet);
        return isManifest || (version ? kind || metadata : kind && metadata);
    }

    private static IEnumerable<KubernetesObject> Unwrap(Node document)
    {
        var found = new KubernetesObject(document);
        return found.Kind.EndsWith("List", StringComparison.Ordinal) && document["items"] is Sequence items
            ? items.Items.SelectMany(Unwrap)
            : [found];
    }
}
