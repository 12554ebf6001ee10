namespace Bernstein.Check.Mends;

/// <summary>A key of a ConfigMap or a Secret that leads nowhere.</summary>
internal static class KeyMends
{
    /// <summary>What mends a reference to a key that is not in what is named; null where only a person can tell what was meant.</summary>
    internal static Mend? Of(Submission submission, Reference reference, KubernetesObject found, string key, string? variable)
    {
        var keys = Maps(found).SelectMany(map => map.Value.Entries.Select(entry => (map.Name, entry.Key))).ToArray();
        var asked = submission
            .Manifests.Objects.SelectMany(Reference.Of)
            .Where(other => other.Kind == found.Kind && other.Name.Text == found.Name)
            .Select(other => other.Key?.Text)
            .ToHashSet();
        if (variable is not null && variable != key && keys.Any(known => known.Key == variable))
        {
            return OfKeyName(reference, variable);
        }

        // POSTGRES_PORT is not POSTGRES_HOST, however near they are.
        var unused = keys.Where(known => !asked.Contains(known.Key) && !Component.Worker.Variables.Contains(known.Key)).ToArray();
        var near =
            Spelling.Nearest(key, unused.Select(known => known.Key))
            ?? (found.Kind == "Secret" && unused.Length == 1 ? unused[0].Key : null);
        if (near is not null)
        {
            return Rename(found, unused.First(known => known.Key == near).Name, near, key);
        }

        if (Spelling.Nearest(key, keys.Select(known => known.Key)) is { } used && !Component.Worker.Variables.Contains(key))
        {
            return OfKeyName(reference, used);
        }

        return MissingObject.Value(submission, variable ?? "", key) is { } value ? AddKey(found, key, value)
            : Left(reference, found, keys.Select(known => known.Key)) is [var left] ? OfKeyName(reference, left)
            : null;
    }

    // The keys that the container which names this one takes from nowhere else.
    private static string[] Left(Reference reference, KubernetesObject found, IEnumerable<string> keys)
    {
        var own = Workload
            .Of(reference.Holder)
            ?.Containers.FirstOrDefault(container => container["env"].PathTo(reference.Name) is { Length: > 0 })
            ?["env"].Items.Select(entry =>
                entry.At($"valueFrom.{(found.Kind == "Secret" ? "secretKeyRef" : "configMapKeyRef")}.key").Text ?? ""
            );
        return own is null ? [] : [.. keys.Except(own).Where(key => Component.Worker.Variables.Contains(key))];
    }

    private static Mend? OfKeyName(Reference reference, string key) =>
        reference.Holder.Root.PathTo(reference.Name) is { } path
            ? Mend.Of(
                $"Name the key that is there: {key}.",
                Edit.Set(reference.Holder.Root, $"{path[..path.LastIndexOf('.')]}.key", YamlWriter.Text(key))
            )
            : null;

    /// <summary>Gives a key of a ConfigMap or a Secret the name by which it is asked for.</summary>
    internal static Mend Rename(KubernetesObject found, string map, string from, string to) =>
        Mend.Of($"In {found.File}, call the key {from} {to}.", Edit.Rename(found.Root, Edit.Below(map, from), to));

    /// <summary>Adds a key to a ConfigMap or a Secret, whose values are text there.</summary>
    internal static Mend AddKey(KubernetesObject found, string key, string value) =>
        Mend.Of(
            $"In {found.File}, add the key {key}.{(value == "change-me" ? " Choose a value of your own." : "")}",
            Edit.Set(found.Root, Edit.Below(found.Kind == "Secret" ? "stringData" : "data", key), YamlWriter.Text(value))
        );

    /// <summary>The maps of a ConfigMap or a Secret.</summary>
    internal static IEnumerable<(string Name, Node Value)> Maps(KubernetesObject found) =>
        new[] { "data", "stringData", "binaryData" }.Select(map => (map, found.Root[map]));
}
