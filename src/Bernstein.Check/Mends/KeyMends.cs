namespace Bernstein.Check.Mends;

/// <summary>A key of a ConfigMap or a Secret that leads nowhere.</summary>
internal static class KeyMends
{
    private static readonly string[] Maps = ["data", "stringData", "binaryData"];

    /// <summary>What mends a reference to a key that is not in what is named; null where only a person can tell what was meant.</summary>
    internal static Mend? Of(Submission submission, Reference reference, KubernetesObject found, string key, string? variable)
    {
        var keys = found.Keys().ToArray();
        var asked = submission
            .Manifests.Objects.SelectMany(Reference.Of)
            .Where(other => other.Kind == found.Kind && other.Name.Text == found.Name)
            .Select(other => other.Key?.Text)
            .ToHashSet();
        if (variable is not null && variable != key && keys.Contains(variable))
        {
            return OfKeyName(reference, variable);
        }

        // POSTGRES_PORT is not POSTGRES_HOST, however near they are.
        var unused = keys.Where(known => !asked.Contains(known) && !Component.Worker.Variables.Contains(known)).ToArray();
        return (Spelling.Nearest(key, unused) ?? (found.Kind == "Secret" && unused is [var only] ? only : null)) is { } near
                ? Rename(found, near, key)
            : Spelling.Nearest(key, keys) is { } used && !Component.Worker.Variables.Contains(key) ? OfKeyName(reference, used)
            : MissingObject.Value(submission, variable ?? "", key) is { } value ? AddKey(found, key, value)
            : null;
    }

    private static Mend OfKeyName(Reference reference, string key) =>
        Mend.Of($"Name the key that is there: {key}.", Edit.Set(reference.Key!, "", YamlWriter.Text(key)));

    /// <summary>Gives a key of a ConfigMap or a Secret the name by which it is asked for.</summary>
    internal static Mend Rename(KubernetesObject found, string from, string to) =>
        Mend.Of(
            $"In {found.File}, call the key {from} {to}.",
            Edit.Rename(found.Root, Edit.Below(Maps.First(map => found.Root[map].Entries.Any(entry => entry.Key == from)), from), to)
        );

    /// <summary>Adds a key to a ConfigMap or a Secret, whose values are text there; one that stands beside the values is indented.</summary>
    internal static Mend AddKey(KubernetesObject found, string key, string value) =>
        ExpectedValues.Below(found, found.Root[key])
        ?? Mend.Of(
            $"In {found.File}, add the key {key}.{(value == "change-me" ? " Choose a value of your own." : "")}",
            Edit.Set(found.Root, Edit.Below(found.Kind == "Secret" ? "stringData" : "data", key), YamlWriter.Text(value))
        );
}
