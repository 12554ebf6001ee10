using Bernstein.Check.Application;
using Bernstein.Kubernetes.Objects;
using Bernstein.Kubernetes.Types;
using Bernstein.Kubernetes.Yaml;

namespace Bernstein.Check.Mends;

/// <summary>An object that is named and that nobody has written.</summary>
internal static class MissingObject
{
    /// <summary>Writes it into the flat file that it belongs to; null where only a person can tell what it holds.</summary>
    internal static Mend? Add(Submission submission, Reference reference)
    {
        var (name, key) = (reference.Name.Text!, reference.Key?.Text ?? "");
        var file = reference.Kind switch
        {
            "PersistentVolumeClaim" => "postgres.volume.yaml",
            "ServiceAccount" or "ClusterRole" => "traefik.rbac.yaml",
            "Secret" => "postgres.secret.yaml",
            _ => key == "REDIS_HOST" || (key.Length == 0 && name.Contains("redis", StringComparison.Ordinal))
                ? "redis.configmap.yaml"
                : "postgres.configmap.yaml",
        };
        if (submission.Folder.File(file) is null)
        {
            return Example.Add(submission, file);
        }

        var space = Scope.IsClusterWide(reference.Kind) ? "" : $"\n  namespace: {reference.Namespace}";
        var head = $"kind: {reference.Kind}\nmetadata:\n  name: {YamlWriter.Text(name)}{space}\n";
        var values = Variable
            .Uses(submission.Workloads)
            .Where(use => use.Kind == reference.Kind && use.Name == name && use.Key is not null)
            .Select(use => (use.Key, Value: Value(submission, use.Variable ?? "", use.Key!)))
            .Distinct()
            .ToArray();
        var lines = string.Concat(values.Select(use => $"  {YamlWriter.Text(use.Key!)}: {YamlWriter.Text(use.Value ?? "change-me")}\n"));
        string? text = reference.Kind switch
        {
            "ServiceAccount" => $"apiVersion: v1\n{head}",
            "ConfigMap" or "Secret" when lines.Length > 0 =>
                $"apiVersion: v1\n{head}{(reference.Kind == "Secret" ? "stringData" : "data")}:\n{lines}",
            "PersistentVolumeClaim" or "ClusterRole" => Renamed(file, reference.Kind, name),
            _ => null,
        };
        return text is null ? null : Mend.Of($"Add the {reference.Kind} {name} to {file}.", Edit.Add(file, text));
    }

    // The document of the example that is of this kind, with another name.
    private static string? Renamed(string file, string kind, string name)
    {
        var root = Example.Folder.In(file).Single(found => found.Kind == kind).Root;
        var text = YamlEditor.Apply(Example.Files[file], Edit.Set(root, "metadata.name", YamlWriter.Text(name)));
        return text?.Split("---\n").Single(part => part.Contains($"\nkind: {kind}\n", StringComparison.Ordinal));
    }

    /// <summary>The value of a key, by its own name or by that of the variable that takes it; null where nobody can tell.</summary>
    internal static string? Value(Submission submission, string variable, string key) =>
        new[] { variable, key }.FirstOrDefault(Component.Worker.Variables.Contains) is { } known ? Right.Value(submission, known)
        : key.EndsWith(".sql", StringComparison.Ordinal) ? "CREATE TABLE IF NOT EXISTS votes (id text PRIMARY KEY, vote text NOT NULL)"
        : null;
}
