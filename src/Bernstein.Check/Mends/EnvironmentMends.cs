namespace Bernstein.Check.Mends;

/// <summary>An environment variable that a container lacks, has empty, or takes from the wrong place.</summary>
internal static class EnvironmentMends
{
    /// <summary>What gives a component's workload a variable that has a value, of which it has this one, or nothing.</summary>
    internal static Mend? Of(Submission submission, Component component, Workload workload, string name, Variable? variable) =>
        workload.Manifest.Namespace != component.Namespace
            ? ExpectedValues.Set(workload.Manifest, "metadata.namespace", component.Namespace)
        : variable is null
            ? Misplaced(workload, name)
                ?? Misspelt(component, workload, name)
                ?? InWhole(submission, workload, name)
                ?? From(submission, workload, name)
        : variable is not { Holder: (var kind, { Length: > 0 } holder, var key) } ? From(submission, workload, name, variable)
        : variable.Value is null
            ? Reference
                .Of(workload.Manifest)
                .Where(reference => variable.Entry.PathTo(reference.Name) is { Length: > 0 })
                .Select(reference => ReferenceMends.Of(submission, reference, name))
                .FirstOrDefault()
        : submission.Manifests.Find(kind, workload.Manifest.Namespace, holder) is { } found
            ? Set(found, key, ExpectedValues.Value(submission, name))
        : null;

    /// <summary>The reference by which a workload should take a variable, with the key that it needs.</summary>
    internal static Mend? From(Submission submission, Workload workload, string name, Variable? variable = null)
    {
        var (kind, file) = (ExpectedValues.KindOf(name), ExpectedValues.File(name));
        var holder = ExpectedValues.Holder(submission, name, workload.Manifest.Namespace) ?? ExpectedValues.Home(submission, name);
        var called = holder?.Name ?? file.Split('.')[0];
        var isThere = holder is not null && !string.IsNullOrEmpty(submission.Manifests.Value(kind, holder.Namespace, holder.Name, name));
        // What stands in the workload is what its author meant.
        var value = variable is { Source: VariableSource.Literal, Value.Length: > 0 }
            ? variable.Value
            : ExpectedValues.Value(submission, name);
        var entry = $"name: {name}\nvalueFrom:\n  {YamlWriter.Indented(ExpectedValues.Reference(kind, called, name))}";
        return Mend.Of(
            $"In {workload.Manifest.File}, take {name} from the {kind} {called}.",
            [
                .. isThere ? []
                : holder is null ? Example.Add(submission, file).Edits
                : MissingMends.AddKey(holder, name, value).Edits,
                variable?.Entry["name"].IsSet == true ? Edit.Set(variable.Entry, "", entry) : Edit.Set(workload.Container, "env[+]", entry),
            ]
        );
    }

    /// <summary>Writes the value of a variable where it comes from; of one that is taken from another one's key, its own key.</summary>
    internal static Mend? SetValue(Submission submission, Workload workload, string name, Variable variable, string value) =>
        variable is not { Holder: var (kind, holder, key) }
            ? Mend.Of($"Write {name}: {value}", Edit.SetText(variable.Entry, "value", value))
        : submission.Manifests.Find(kind, workload.Manifest.Namespace, holder) is not { } found ? null
        : key == name || !Component.Worker.Variables.Contains(key) || !variable.Entry["valueFrom"].IsSet ? Set(found, key, value)
        : !found.Keys().Contains(name) ? From(submission, workload, name, variable)
        : Mend.Of(
            $"In {workload.Manifest.File}, take {name} from its own key of the {found}.",
            Edit.Set(variable.Entry, $"valueFrom.{(kind == "Secret" ? "secretKeyRef" : "configMapKeyRef")}.key", name)
        );

    private static Mend Set(KubernetesObject found, string key, string value)
    {
        var isEncoded = found.Kind == "Secret" && !found.Root["stringData"][key].IsSet;
        var written = isEncoded ? Convert.ToBase64String(Encoding.UTF8.GetBytes(value)) : value;
        return Mend.Of(
            $"In {found.File}, write {key}: {value}{(isEncoded ? ", in base64" : "")}.",
            Edit.SetText(found.Root, Edit.Below(found.Kind == "Secret" && !isEncoded ? "stringData" : "data", key), written)
        );
    }

    // A name that stands beside configMapRef, or in its place, instead of below it.
    private static Mend? Misplaced(Workload workload, string name)
    {
        var field = ExpectedValues.IsSecret(name) ? "secretRef" : "configMapRef";
        return ExpectedValues.Below(
            workload.Manifest,
            workload
                .Container["envFrom"]
                .Items.Where(source => source.Entries.Any(entry => entry.Key == field))
                .SelectMany(source => new[] { source["name"], source[field] })
        );
    }

    // Another name of it: one that is nearly the same, or that takes its key.
    private static Mend? Misspelt(Component component, Workload workload, string name)
    {
        var others = workload.Container["env"].Items.Where(entry => !component.Variables.Contains(entry["name"].Text)).ToArray();
        var near = Spelling.Nearest(name, others.Select(entry => entry["name"].Text ?? ""));
        return (
            from entry in others
            let key = entry.At("valueFrom.configMapKeyRef.key").Text ?? entry.At("valueFrom.secretKeyRef.key").Text
            where entry["name"].Text == near || key == name
            orderby key != name
            select Mend.Of($"In {workload.Manifest.File}, call the variable {entry["name"].Text} {name}.", Edit.Set(entry, "name", name))
        ).FirstOrDefault();
    }

    // A ConfigMap or a Secret that the container takes as a whole, and that lacks the key.
    private static Mend? InWhole(Submission submission, Workload workload, string name) =>
        (
            from source in workload.Container["envFrom"].Items
            let prefix = source["prefix"].Text ?? ""
            where name.StartsWith(prefix, StringComparison.Ordinal)
            let whole = source[ExpectedValues.IsSecret(name) ? "secretRef" : "configMapRef"]["name"].Text ?? ""
            let found = submission.Manifests.Find(ExpectedValues.KindOf(name), workload.Manifest.Namespace, whole)
            where found is not null
            let key = name[prefix.Length..]
            let near = Spelling.Nearest(key, found.Keys().Where(other => !Component.Worker.Variables.Contains(other)))
            orderby near is null, ExpectedValues.File(name) != found.File
            select near is null
                ? MissingMends.AddKey(found, key, ExpectedValues.Value(submission, name))
                : MissingMends.RenameKey(found, near, key)
        ).FirstOrDefault();
}
