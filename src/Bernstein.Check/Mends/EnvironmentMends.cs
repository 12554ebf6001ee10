namespace Bernstein.Check.Mends;

/// <summary>An environment variable that a container lacks, has empty, or takes from the wrong place.</summary>
internal static class EnvironmentMends
{
    private const string Env = ExpectedValues.Container + ".env";

    /// <summary>What gives a workload a variable that has a value.</summary>
    /// <param name="submission">All that is there.</param>
    /// <param name="component">The component.</param>
    /// <param name="workload">Its workload.</param>
    /// <param name="name">The variable.</param>
    /// <param name="variable">What the workload has of it; null for nothing.</param>
    internal static Mend? Of(Submission submission, Component component, Workload workload, string name, Variable? variable)
    {
        if (workload.Manifest.Namespace != component.Namespace)
        {
            return ExpectedValues.Set(workload.Manifest, "metadata.namespace", component.Namespace);
        }

        if (variable is null)
        {
            return Misplaced(workload, name)
                ?? Misspelt(component, workload, name)
                ?? InWhole(submission, workload, name)
                ?? From(submission, workload, name, null);
        }

        if (variable is not { Holder: (var kind, { Length: > 0 } holder, var key) })
        {
            return From(submission, workload, name, variable);
        }

        if (variable.Value is null)
        {
            return Reference.Of(workload.Manifest).FirstOrDefault(reference => IsIn(variable.Entry, reference)) is { } broken
                ? ReferenceMends.Of(submission, broken, name)
                : null;
        }

        return submission.Manifests.Find(kind, workload.Manifest.Namespace, holder) is { } found
            ? Set(submission, found, key, ExpectedValues.Value(submission, name))
            : null;
    }

    /// <summary>The reference by which a workload should take a variable, with the key that it needs.</summary>
    internal static Mend? From(Submission submission, Workload workload, string name, Variable? variable)
    {
        if (
            variable is { Value: null, Holder: not null }
            && Reference.Of(workload.Manifest).FirstOrDefault(reference => IsIn(variable.Entry, reference)) is { } broken
            && ReferenceMends.OfOtherKind(submission, broken) is { } other
        )
        {
            return other;
        }

        var (kind, file) = (ExpectedValues.IsSecret(name) ? "Secret" : "ConfigMap", ExpectedValues.File(name));
        var (root, scope) = (workload.Manifest.Root, workload.Manifest.Namespace);
        var edits = new List<Edit>();
        var holder = ExpectedValues.Holder(submission, name, scope)?.Holder ?? ExpectedValues.Home(submission, name);
        if (holder is null)
        {
            edits.AddRange(Example.Add(submission, file).Edits);
        }
        else if (string.IsNullOrEmpty(submission.Manifests.Value(kind, holder.Namespace, holder.Name, name)))
        {
            // What stands in the workload is what its author meant.
            var value = variable is { Source: VariableSource.Literal, Value.Length: > 0 }
                ? variable.Value
                : ExpectedValues.Value(submission, name);
            edits.AddRange(KeyMends.AddKey(holder, name, value!).Edits);
        }

        var entry = $"name: {name}\nvalueFrom:\n  {Indented(ExpectedValues.Reference(kind, holder?.Name ?? file.Split('.')[0], name))}";
        var path = variable?.Entry["name"].IsSet == true ? root.PathTo(variable.Entry) : $"{Env}[+]";
        if (path is null)
        {
            return null;
        }

        edits.Add(Edit.Set(root, path, entry));
        return Mend.Of($"In {workload.Manifest.File}, take {name} from the {kind} {holder?.Name ?? file.Split('.')[0]}.", edits);
    }

    /// <summary>Writes the value of a variable where it comes from; of one that is taken from another one's key, its own key.</summary>
    internal static Mend? SetValue(Submission submission, Workload workload, string name, Variable variable, string value) =>
        variable is { Holder: var (kind, holder, key) }
            ? submission.Manifests.Find(kind, workload.Manifest.Namespace, holder) is not { } found
                ? null
                : key == name || !Component.Worker.Variables.Contains(key) || !variable.Entry["valueFrom"].IsSet
                    ? Set(submission, found, key, value)
                    : found.Keys().Contains(name)
                        ? Mend.Of(
                            $"In {workload.Manifest.File}, take {name} from its own key of the {found}.",
                            Edit.Set(variable.Entry, $"valueFrom.{(kind == "Secret" ? "secretKeyRef" : "configMapKeyRef")}.key", name)
                        )
                        : From(submission, workload, name, variable)
            : workload.Manifest.Root.PathTo(variable.Entry) is { } path
                ? Mend.Of($"Write {name}: {value}", Edit.Set(workload.Manifest.Root, path + ".value", Quoted(value)))
                : null;

    private static Mend Set(Submission submission, KubernetesObject found, string key, string value)
    {
        var isEncoded = found.Kind == "Secret" && !found.Root["stringData"][key].IsSet;
        var written = isEncoded ? Convert.ToBase64String(System.Text.Encoding.UTF8.GetBytes(value)) : value;
        var path = Edit.Below(found.Kind == "Secret" && !isEncoded ? "stringData" : "data", key);
        return Mend.Of(
            $"In {found.File}, write {key}: {value}{(isEncoded ? ", in base64" : "")}.",
            Edit.Set(found.Root, path, Quoted(written))
        );
    }

    // A name that stands beside configMapRef instead of below it.
    private static Mend? Misplaced(Workload workload, string name)
    {
        var field = ExpectedValues.IsSecret(name) ? "secretRef" : "configMapRef";
        return workload
            .Container["envFrom"]
            .Items.Index()
            .Where(source => source.Item["name"].IsSet && source.Item.Entries.Any(entry => entry.Key == field && !entry.Value.IsSet))
            .Select(source =>
                Mend.Of(
                    $"Indent name further: below {field}.",
                    Edit.Set(
                        workload.Manifest.Root,
                        $"{ExpectedValues.Container}.envFrom[{source.Index}].{field}.name",
                        YamlWriter.Block(source.Item["name"])
                    ),
                    Edit.Remove(workload.Manifest.Root, $"{ExpectedValues.Container}.envFrom[{source.Index}].name")
                )
            )
            .FirstOrDefault();
    }

    // Another name of it: one that is nearly the same, or that takes its key.
    private static Mend? Misspelt(Component component, Workload workload, string name)
    {
        var others = workload
            .Container["env"]
            .Items.Index()
            .Where(entry => !component.Variables.Contains(entry.Item["name"].Text))
            .ToArray();
        var near = Spelling.Nearest(name, others.Select(entry => entry.Item["name"].Text ?? ""));
        return others
            .Where(entry => entry.Item["name"].Text == near || KeyOf(entry.Item) == name)
            .OrderByDescending(entry => KeyOf(entry.Item) == name)
            .Select(entry =>
                Mend.Of(
                    $"In {workload.Manifest.File}, call the variable {entry.Item["name"].Text} {name}.",
                    Edit.Set(workload.Manifest.Root, $"{Env}[{entry.Index}].name", name)
                )
            )
            .FirstOrDefault();
    }

    private static string? KeyOf(Node entry) =>
        entry.At("valueFrom.configMapKeyRef.key").Text ?? entry.At("valueFrom.secretKeyRef.key").Text;

    // A ConfigMap or a Secret that the container takes as a whole, and that lacks the key.
    private static Mend? InWhole(Submission submission, Workload workload, string name)
    {
        var kind = ExpectedValues.IsSecret(name) ? "Secret" : "ConfigMap";
        var field = ExpectedValues.IsSecret(name) ? "secretRef" : "configMapRef";
        return (
            from source in workload.Container["envFrom"].Items
            let prefix = source["prefix"].Text ?? ""
            where name.StartsWith(prefix, StringComparison.Ordinal)
            let found = submission.Manifests.Find(kind, workload.Manifest.Namespace, source[field]["name"].Text ?? "")
            where found is not null
            let key = name[prefix.Length..]
            let maps = new[] { "data", "stringData" }.SelectMany(map => found.Root[map].Entries.Select(entry => (Map: map, entry.Key)))
            let near = Spelling.Nearest(key, maps.Select(entry => entry.Key).Where(other => !Component.Worker.Variables.Contains(other)))
            orderby near is null, ExpectedValues.File(name) != found.File
            select near is null
                ? KeyMends.AddKey(found, key, ExpectedValues.Value(submission, name))
                : KeyMends.Rename(found, maps.First(entry => entry.Key == near).Map, near, key)
        ).FirstOrDefault();
    }

    private static bool IsIn(Node entry, Reference reference) => entry.PathTo(reference.Name) is { Length: > 0 };

    private static string Quoted(string value) => YamlWriter.Text(value);

    private static string Indented(string text) => text.Replace("\n", "\n  ", StringComparison.Ordinal);
}
