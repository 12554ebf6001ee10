namespace Bernstein.Check.Mends;

/// <summary>An object, or a key of one, that is named and that nobody has written.</summary>
internal static class MissingMends
{
    /// <summary>Writes an object into the flat file that it belongs to; null where only a person can tell what it holds.</summary>
    internal static Mend? Object(Submission submission, Reference reference)
    {
        var (name, file) = (reference.Name.Text, File(submission, reference));
        return name is null
            ? null
            : FileMends.OfKind(submission, file, [reference.Kind], name)
                ?? (submission.Manifests.In(file).Count == 0 ? Example.Add(submission, file) : Written(submission, reference, file, name));
    }

    private static Mend? Written(Submission submission, Reference reference, string file, string name)
    {
        var head =
            $"apiVersion: v1\nkind: {reference.Kind}\nmetadata:\n  name: {YamlWriter.Text(name)}\n  namespace: {reference.Namespace}\n";
        var text = reference.Kind switch
        {
            "ServiceAccount" => head,
            "ConfigMap"
            or "Secret"
                when Lines(submission, reference.Kind, name, ReferenceMends.Needed(submission, reference)) is { Length: > 0 } lines =>
                $"{head}{(reference.Kind == "Secret" ? "stringData" : "data")}:\n  {YamlWriter.Indented(lines)}\n",
            "PersistentVolumeClaim" or "ClusterRole" => Renamed(file, reference.Kind, name),
            _ => null,
        };
        return text is null
            ? Useless(reference)
            : Mend.Of($"Add the {reference.Kind} {name} to {submission.PathOf(file)}.", Edit.Add(submission.PathOf(file), text));
    }

    /// <summary>The keys by which a ConfigMap or a Secret is asked, and others that are needed, with what they should hold.</summary>
    internal static string Lines(Submission submission, string kind, string name, IEnumerable<string> needed) =>
        string.Join(
            '\n',
            Variable
                .Uses(submission.Workloads)
                .Where(use => use.Kind == kind && use.Name == name && use.Key is not null)
                .Select(use => (Key: use.Key!, Variable: use.Variable ?? ""))
                .Concat(needed.Select(variable => (Key: variable, Variable: variable)))
                .DistinctBy(use => use.Key)
                .Select(use => $"{YamlWriter.Text(use.Key)}: {YamlWriter.Text(Value(submission, use.Variable, use.Key) ?? "change-me")}")
        );

    // What belongs to a component stands in its files.
    private static string File(Submission submission, Reference reference)
    {
        var (name, key) = (reference.Name.Text ?? "", reference.Key?.Text ?? "");
        var (own, component) = (submission.FileOf(reference.Holder), submission.ComponentOf(reference.Holder));
        return reference.Kind switch
        {
            "PersistentVolumeClaim" when component is null || component == Component.Postgres => "postgres.volume.yaml",
            "ServiceAccount" when component is null || component == Component.Traefik => "traefik.rbac.yaml",
            "ClusterRole" => "traefik.rbac.yaml",
            "Secret" when component?.Variables.Any(ExpectedValues.IsSecret) != false => "postgres.secret.yaml",
            "ConfigMap" when component?.Variables.Count > 0 || component is null || component == Component.Redis => key == "REDIS_HOST"
            || (key.Length == 0 && name.Contains("redis", StringComparison.Ordinal))
                ? "redis.configmap.yaml"
                : "postgres.configmap.yaml",
            _ => own,
        };
    }

    // An environment that nobody wrote, and of which nothing is needed.
    private static Mend? Useless(Reference reference) =>
        Workload.Of(reference.Holder)?.Containers.SelectMany(container => container["envFrom"].Items).FirstOrDefault(reference.Name.IsIn)
            is { } source
            ? Mend.Of(
                $"Remove the {reference.Kind} {reference.Name.Text} from envFrom: it does not exist, and nothing in it is needed.",
                Edit.Remove(source)
            )
            : null;

    // The document of the example that is of this kind, with another name.
    private static string? Renamed(string file, string kind, string name)
    {
        var root = Example.Folder.In(file).Single(found => found.Kind == kind).Root;
        var text = YamlEditor.Apply(Example.Files[file], Edit.SetText(root, "metadata.name", name));
        return text?.Split("---\n").Single(part => part.Contains($"\nkind: {kind}\n", StringComparison.Ordinal));
    }

    /// <summary>The value of a key, by its own name or by that of the variable that takes it; null where nobody can tell.</summary>
    internal static string? Value(Submission submission, string variable, string key) =>
        new[] { key, variable }.FirstOrDefault(Component.Worker.Variables.Contains) is { } known ? ExpectedValues.Value(submission, known)
        : key.EndsWith(".sql", StringComparison.Ordinal) ? "CREATE TABLE IF NOT EXISTS votes (id text PRIMARY KEY, vote text NOT NULL)"
        : null;

    /// <summary>What mends a reference to a key that is not in what is named; null where only a person can tell what was meant.</summary>
    internal static Mend? Key(Submission submission, Reference reference, KubernetesObject found, string? variable)
    {
        var (key, keys) = (reference.Key?.Text ?? "", found.Keys().ToArray());
        var asked = submission
            .References.Where(other => (other.Kind, other.Name.Text) == (found.Kind, found.Name))
            .Select(other => other.Key?.Text);
        // POSTGRES_PORT is not POSTGRES_HOST, however near they are.
        var unused = keys.Where(known => !asked.Contains(known) && !Component.Worker.Variables.Contains(known)).ToArray();
        return reference.Key is null ? null
            : variable is not null && variable != key && keys.Contains(variable) ? OfKeyName(reference, variable)
            : (Spelling.Nearest(key, unused) ?? (found.Kind == "Secret" && unused is [var only] ? only : null)) is { } near
                ? RenameKey(found, near, key)
            : Spelling.Nearest(key, keys) is { } used && !Component.Worker.Variables.Contains(key) ? OfKeyName(reference, used)
            : Value(submission, variable ?? "", key) is { } value ? AddKey(found, key, value)
            : null;
    }

    private static Mend OfKeyName(Reference reference, string key) =>
        Mend.Of($"Name the key that is there: {key}.", Edit.SetText(reference.Key!, "", key));

    internal static Mend RenameKey(KubernetesObject found, string from, string to)
    {
        var map = new[] { "data", "stringData", "binaryData" }.First(map => found.Root[map].Entries.Any(entry => entry.Key == from));
        return Mend.Of($"In {found.File}, call the key {from} {to}.", Edit.Rename(found.Root, Edit.Below(map, from), to));
    }

    /// <summary>Adds a key to a ConfigMap or a Secret, whose values are text there; one that stands beside the values is indented.</summary>
    internal static Mend AddKey(KubernetesObject found, string key, string value) =>
        ExpectedValues.Below(found, found.Root[key])
        ?? Mend.Of(
            $"In {found.File}, add the key {key}.{(value == "change-me" ? " Choose a value of your own." : "")}",
            Edit.SetText(found.Root, Edit.Below(found.Kind == "Secret" ? "stringData" : "data", key), value)
        );
}
