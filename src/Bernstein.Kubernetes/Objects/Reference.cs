namespace Bernstein.Kubernetes.Objects;

/// <summary>An object that another one names; the name is not set where its field is absent.</summary>
public sealed record Reference(KubernetesObject Holder, string Kind, Node Name)
{
    // The one Role that every cluster has and whose name does not begin with system: it lets an API server ask how users prove who they
    // are.
    private const string AuthenticationReader = "extension-apiserver-authentication-reader";

    private static readonly string[] BuiltInRoles = ["cluster-admin", "admin", "edit", "view"];

    /// <summary>Where it is looked for.</summary>
    public string Namespace { get; private init; } = Holder.Namespace;

    /// <summary>The key of it that is named; null where it is named whole.</summary>
    public Node? Key { get; private init; }

    /// <summary>Whether the pod starts without it.</summary>
    public bool IsOptional { get; private init; }

    /// <summary>Everything that an object names, but for what every cluster has.</summary>
    public static IEnumerable<Reference> Of(KubernetesObject found) =>
        found.Kind switch
        {
            "RoleBinding" or "ClusterRoleBinding" => OfBinding(found),
            "ServiceAccount" => OfPullSecrets(found, found.Root),
            "Ingress" => found.Root.At("spec.tls").Items.Select(tls => new Reference(found, "Secret", tls["secretName"])),
            _ when Workload.Of(found) is { } workload => OfPod(workload),
            _ => [],
        };

    private static IEnumerable<Reference> OfBinding(KubernetesObject binding)
    {
        var role = binding.Root["roleRef"];
        var accounts =
            from subject in binding.Root["subjects"].Items
            where subject["kind"].Text == "ServiceAccount" && subject["name"].Text != "default"
            select new Reference(binding, "ServiceAccount", subject["name"]) { Namespace = subject["namespace"].Text ?? binding.Namespace };
        return IsInEveryCluster(binding, role)
            ? accounts
            : accounts.Prepend(new Reference(binding, role["kind"].Text ?? "ClusterRole", role["name"]));
    }

    private static bool IsInEveryCluster(KubernetesObject binding, Node role)
    {
        var name = role["name"].Text ?? "";
        return BuiltInRoles.Contains(name)
            || name.StartsWith("system:", StringComparison.Ordinal)
            || (name == AuthenticationReader && role["kind"].Text == "Role" && binding.Namespace == "kube-system");
    }

    private static IEnumerable<Reference> OfPod(Workload workload)
    {
        var (holder, pod) = (workload.Manifest, workload.Pod);
        var volumes = pod["volumes"].Items;
        return
        [
            .. workload.Account.Text == "default" ? Array.Empty<Reference>() : [new(holder, "ServiceAccount", workload.Account)],
            .. OfPullSecrets(holder, pod),
            .. workload.Containers.SelectMany(container => OfContainer(holder, container)),
            .. volumes
                .Concat(volumes.SelectMany(volume => volume.At("projected.sources").Items))
                .SelectMany(volume => OfVolume(holder, volume)),
        ];
    }

    private static IEnumerable<Reference> OfPullSecrets(KubernetesObject holder, Node owner) =>
        owner["imagePullSecrets"].Items.Select(secret => new Reference(holder, "Secret", secret["name"]));

    private static IEnumerable<Reference> OfContainer(KubernetesObject holder, Node container) =>
        [
            .. from entry in container["env"].Items
            from kind in Variable.Holders
            let source = entry["valueFrom"][kind.KeyField]
            select To(holder, kind.Kind, source, key: source["key"]),
            .. from source in container["envFrom"].Items
            from kind in Variable.Holders
            select To(holder, kind.Kind, source[kind.WholeField]),
        ];

    // A volume, or one of the sources of a projected one, which names a Secret by another field.
    private static IEnumerable<Reference> OfVolume(KubernetesObject holder, Node volume)
    {
        var (configMap, secret) = (volume["configMap"], volume["secret"]);
        return
        [
            new Reference(holder, "PersistentVolumeClaim", volume.At("persistentVolumeClaim.claimName")),
            .. WithItems(To(holder, "ConfigMap", configMap), configMap),
            .. WithItems(To(holder, "Secret", secret, nameField: secret["secretName"].IsSet ? "secretName" : "name"), secret),
        ];
    }

    private static IEnumerable<Reference> WithItems(Reference whole, Node source) =>
        source["items"].Items.Select(item => whole with { Key = item["key"] }).Prepend(whole);

    private static Reference To(KubernetesObject holder, string kind, Node source, string nameField = "name", Node? key = null) =>
        new(holder, kind, source[nameField]) { Key = key, IsOptional = source["optional"].Boolean == true };
}
