using Bernstein.Kubernetes;

namespace Bernstein.Check.Mends;

/// <summary>What would be right where something is wrong, made from what is there.</summary>
internal static class ExpectedValues
{
    internal const string Pod = "spec.template.spec";
    internal const string Container = "spec.template.spec.containers[0]";

    /// <summary>The name that leads to a component: that of its Service, or the one that others call it by where it has none yet.</summary>
    internal static string Host(Submission submission, Component component, string from)
    {
        var service = Service(submission, component);
        return service is null ? component.Name
            : service.Namespace == from || service.Namespace != component.Namespace ? NameOf(service, component)
            : $"{NameOf(service, component)}.{service.Namespace}";
    }

    /// <summary>What an environment variable should hold.</summary>
    internal static string Value(Submission submission, string variable) =>
        variable switch
        {
            "REDIS_HOST" => Host(submission, Component.Redis, "default"),
            "POSTGRES_HOST" => Host(submission, Component.Postgres, "default"),
            "POSTGRES_PORT" => Component.Postgres.Ports[0].ToString(CultureInfo.InvariantCulture),
            "POSTGRES_DB" => "votes",
            "POSTGRES_USER" => "bernstein",
            _ => "change-me",
        };

    internal static KubernetesObject? Service(Submission submission, Component component) =>
        submission.ServicesOf(component) is [var service, ..] ? service : null;

    /// <summary>The name of a component's Service; where it has none, the one that it should have.</summary>
    internal static string NameOf(KubernetesObject service, Component component) => service.Name.Length > 0 ? service.Name : component.Name;

    /// <summary>
    /// The labels by which a component's Service finds its pods: those of the workload's own selector. Where its pods do not have them,
    /// the selector is right if a Service selects by it too, or if they have no such label; else the pods are.
    /// </summary>
    internal static Node Labels(Submission submission, Workload workload)
    {
        var selected = workload.Manifest.Root.At("spec.selector.matchLabels");
        var isShared = submission
            .Manifests.OfKind("Service")
            .Where(service => service.Namespace == workload.Manifest.Namespace)
            .Select(service => service.Root.At("spec.selector"))
            .Any(selector => selector.Entries.Count > 0 && LabelSelector.MatchesAll(selector, selected));
        return selected.Entries.Count == 0
            ? workload.Labels
            : new Mapping(
                selected.Location,
                selected.Entries.Select(label =>
                    isShared || !workload.Labels[label.Key].IsSet ? label : KeyValuePair.Create(label.Key, workload.Labels[label.Key])
                )
            );
    }

    /// <summary>The ConfigMap or the Secret that holds a variable; null where none is among the files.</summary>
    internal static KubernetesObject? Holder(Submission submission, string variable, string scope) =>
        submission
            .Manifests.OfKind(KindOf(variable))
            .FirstOrDefault(found =>
                found.Namespace == scope && !string.IsNullOrEmpty(submission.Manifests.Value(found.Kind, scope, found.Name, variable))
            );

    /// <summary>The ConfigMap or the Secret into whose file a variable belongs; null where that file has none.</summary>
    internal static KubernetesObject? Home(Submission submission, string variable) =>
        submission.Manifests.In(File(variable)).FirstOrDefault(found => found.Kind == KindOf(variable));

    internal static string File(string variable) =>
        IsSecret(variable) ? "postgres.secret.yaml"
        : variable == "REDIS_HOST" ? "redis.configmap.yaml"
        : "postgres.configmap.yaml";

    internal static string KindOf(string variable) => IsSecret(variable) ? "Secret" : "ConfigMap";

    internal static bool IsSecret(string variable) => variable is "POSTGRES_USER" or "POSTGRES_PASSWORD";

    /// <summary>A reference to a key, as the value of <c>valueFrom</c>.</summary>
    internal static string Reference(string kind, string name, string key) =>
        $"{(kind == "Secret" ? "secretKeyRef" : "configMapKeyRef")}:\n  name: {YamlWriter.Text(name)}\n  key: {YamlWriter.Text(key)}";

    internal static string Lines(Node labels) =>
        string.Join('\n', labels.Entries.Select(entry => $"{YamlWriter.Text(entry.Key)}: {YamlWriter.Text(entry.Value.Text ?? "")}"));

    /// <summary>What the schema writes below a field that stands beside it, or in its place; null for any other values.</summary>
    internal static Mend? Below(KubernetesObject found, params IEnumerable<Node> beside) =>
        (
            from node in beside
            where node.IsSet
            from finding in ManifestValidator.Validate(found, null, new HashSet<string>())
            where finding.Path == node.Path && finding.Mend is { Edits: [{ Kind: EditKind.Set }, ..] }
            select finding.Mend
        ).FirstOrDefault();

    internal static Mend Set(KubernetesObject found, string path, string value) =>
        Mend.Of(
            // The end of a path says enough beside the lines that change.
            $"In {found.File}, set {path.Replace($"{Pod}.", "", StringComparison.Ordinal)}{(value.Contains('\n') ? " as below" : $": {value}")}.",
            Edit.Set(found.Root, path, value)
        );
}
