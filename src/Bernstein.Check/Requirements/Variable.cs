using Bernstein.Check.Manifests;

namespace Bernstein.Check.Requirements;

/// <summary>An environment variable of a container, with its value as far as the manifests tell it.</summary>
/// <param name="Location">Where the container takes it.</param>
/// <param name="Source">Where its value comes from.</param>
/// <param name="Value">Its value; null where the key that it names is not among the files.</param>
/// <param name="Origin">The source in words: <c>key POSTGRES_DB of ConfigMap postgres</c>.</param>
internal sealed record Variable(Location Location, VariableSource Source, string? Value, string Origin)
{
    /// <summary>Whether the container starts without it.</summary>
    private bool IsOptional { get; init; }

    /// <summary>
    /// The variable that a container has under a name, as Kubernetes resolves it: <c>env</c> before <c>envFrom</c>, the last before the first.
    /// Where nothing among the files sets it, the one that an object or a key that is not among them may set.
    /// </summary>
    /// <param name="submission">The files.</param>
    /// <param name="namespace">The container's namespace.</param>
    /// <param name="container">The container.</param>
    /// <param name="name">The variable's name.</param>
    /// <param name="likely">Where several that are not among the files may set it, the source that is taken.</param>
    internal static Variable? Find(
        Submission submission,
        string @namespace,
        Node container,
        string name,
        VariableSource likely = VariableSource.ConfigMap
    )
    {
        var entries = container["env"]
            .Items.Reverse()
            .Where(item => item["name"].Text == name)
            .Select(item => OfEntry(submission, @namespace, item))
            .ToArray();
        var sources = container["envFrom"]
            .Items.Reverse()
            .Select(source => OfSource(submission, @namespace, source, name))
            .OfType<Variable>()
            .ToArray();
        // Kubernetes leaves out an entry whose key is optional and not there.
        return entries.FirstOrDefault(found => found is not { Value: null, IsOptional: true })
            ?? sources.FirstOrDefault(found => found.Value is not null)
            ?? entries.Concat(sources).OrderByDescending(found => found.Source == likely).FirstOrDefault();
    }

    private static Variable OfEntry(Submission submission, string @namespace, Node entry)
    {
        if (!entry["valueFrom"].IsSet)
        {
            return new Variable(entry.Location, VariableSource.Literal, entry["value"].Text, "a literal");
        }

        foreach (
            var (field, kind, source) in new[]
            {
                ("configMapKeyRef", "ConfigMap", VariableSource.ConfigMap),
                ("secretKeyRef", "Secret", VariableSource.Secret),
            }
        )
        {
            var reference = entry["valueFrom"][field];
            if (reference.IsSet)
            {
                var (name, key) = (reference["name"].Text ?? "", reference["key"].Text ?? "");
                return new Variable(entry.Location, source, submission.Value(kind, @namespace, name, key), $"key {key} of {kind} {name}")
                {
                    IsOptional = reference["optional"].Text == "true",
                };
            }
        }

        return new Variable(entry.Location, VariableSource.Field, null, "a field of the pod");
    }

    private static Variable? OfSource(Submission submission, string @namespace, Node source, string name)
    {
        var prefix = source["prefix"].Text ?? "";
        if (!name.StartsWith(prefix, StringComparison.Ordinal))
        {
            return null;
        }

        foreach (
            var (field, kind, from) in new[]
            {
                ("configMapRef", "ConfigMap", VariableSource.ConfigMap),
                ("secretRef", "Secret", VariableSource.Secret),
            }
        )
        {
            if (source[field]["name"].Text is not { } holder)
            {
                continue;
            }

            if (submission.Find(kind, @namespace, holder) is null)
            {
                return new Variable(source.Location, from, null, $"{kind} {holder}");
            }

            if (submission.Value(kind, @namespace, holder, name[prefix.Length..]) is { } value)
            {
                return new Variable(source.Location, from, value, $"key {name[prefix.Length..]} of {kind} {holder}");
            }
        }

        return null;
    }
}
