namespace Bernstein.Kubernetes.Manifests;

/// <summary>Takes the text of a file for the Kubernetes objects in it, and says what is none.</summary>
public static class ManifestReader
{
    /// <summary>Configuration of tools that looks like a Kubernetes object and is applied to no cluster, by API group.</summary>
    private static readonly string[] ClientGroups = (
        "kind.x-k8s.io k3d.io kustomize.config.k8s.io kubeadm.k8s.io kubelet.config.k8s.io kubeproxy.config.k8s.io "
        + "minikube.sigs.k8s.io skaffold client.authentication.k8s.io ctlptl.dev"
    ).Split();

    /// <summary>Reads the text of one file. Where every document of it is not meant to be an object, it must look like one.</summary>
    public static ManifestFile Read(string path, string text, bool isManifest)
    {
        var (documents, remark) = YamlReader.Read(path, text);
        var isBroken = remark is not null || documents.Any(document => document.IsSet && document is not Mapping);
        if (isBroken && !isManifest && text.Contains("{{", StringComparison.Ordinal))
        {
            const string Template = "a template that was never rendered (helm template renders it)";
            return ManifestFile.LeftOut(path, Template, isFault: false, remark?.Location.Line ?? 1);
        }

        var (objects, remarks) = Sort(documents.Where(document => document.IsSet), isManifest);
        var fault = remark is null ? null : Fault(remark, path, text, isManifest);
        remarks.AddRange(fault is null ? [] : [fault]);
        if (fault is null && documents.All(document => !document.IsSet))
        {
            remarks.Add(new Remark(new Location(path, 1), "left out: nothing but comments and empty lines", IsFault: false));
        }

        return new ManifestFile(path, objects, remarks)
        {
            Text = text,
            Unread = fault is { IsFault: true } || remark is { IsFault: false } ? fault : null,
        };
    }

    private static (List<KubernetesObject> Objects, List<Remark> Remarks) Sort(IEnumerable<Node> documents, bool isManifest)
    {
        var (objects, remarks) = (new List<KubernetesObject>(), new List<Remark>());
        foreach (var document in documents)
        {
            if (ManifestList.Is(document))
            {
                var list = new ManifestList(document);
                objects.AddRange(list.Objects());
                remarks.AddRange(list.Faults());
            }
            else if (IsObject(document, isManifest))
            {
                objects.Add(new KubernetesObject(document));
            }
            else
            {
                remarks.Add(new Remark(document.Location, $"left out: no Kubernetes object{Looks(document)}", IsFault: false));
            }
        }

        remarks.AddRange(
            objects
                .Where(found => found.Further.Count > 0)
                .Select(found => found.Further[0])
                .Select(location => new Remark(location, "a second object begins here, without a line --- before it", IsFault: true))
        );
        return (objects, remarks);
    }

    // Most files in JSON are no manifests, whatever is wrong with them.
    private static Remark Fault(Remark remark, string path, string text, bool isManifest) =>
        path.EndsWith(".json", StringComparison.OrdinalIgnoreCase)
            ? remark with
            {
                Message = remark.Message.Replace("YAML", "JSON"),
                IsFault = remark.IsFault && (isManifest || text.Contains("\"apiVersion\"", StringComparison.Ordinal)),
            }
            : remark;

    // What some of the files that often stand beside manifests are, and how they become manifests.
    private static string Looks(Node document) =>
        document["services"] is Mapping ? " (it looks like a compose file)"
        : document["kind"].Text == "Kustomization" ? " (kubectl kustomize FOLDER makes objects of it)"
        : document["apiVersion"].Text is "v1" or "v2" && document["name"].IsSet && document["version"].IsSet
            ? " (a Helm chart: helm template FOLDER makes objects of it)"
        : "";

    private static bool IsObject(Node document, bool isManifest)
    {
        var found = new KubernetesObject(document);
        var isOfTool = ClientGroups.Contains(found.Group) || found is { ApiVersion: "v1", Kind: "Config" };
        var (version, kind, metadata) = (document["apiVersion"].IsSet, document["kind"].IsSet, document["metadata"].IsSet);
        return !isOfTool && (isManifest || (version ? kind || metadata : kind && metadata));
    }
}
