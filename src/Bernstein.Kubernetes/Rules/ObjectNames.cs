using Bernstein.Kubernetes.Manifests;
using Bernstein.Kubernetes.Types;
using Bernstein.Kubernetes.Yaml;

namespace Bernstein.Kubernetes.Rules;

/// <summary>What the names of objects must look like.</summary>
internal static class ObjectNames
{
    internal static IEnumerable<Finding> Findings(KubernetesObject found)
    {
        var name = found.Root.At("metadata.name");
        var (pattern, words) = ApiRules.NameOf(found.Kind);
        return !name.IsSet && !found.Root.At("metadata.generateName").IsSet
                ?
                [
                    new Finding($"{found.Kind} has no metadata.name", found.Root.Location)
                    {
                        Mend = Mend.Of("Give it a name.", Edit.Set(found.Root, "metadata.name", Usual(found.Root.Location))),
                    },
                ]
            : name.Text is { } text && !pattern.IsMatch(text)
                ?
                [
                    new Finding($"metadata.name is {text}; asked for is {words}", name.Location)
                    {
                        Mend =
                            new string([.. text.ToLowerInvariant().Select(letter => char.IsAsciiLetterOrDigit(letter) ? letter : '-')])
                                is var valid
                            && pattern.IsMatch(valid)
                                ? Mend.Of($"Write name: {valid}", Edit.Set(found.Root, "metadata.name", YamlWriter.Text(valid)))
                                : Mend.Of("Give it another name.", Edit.Set(found.Root, "metadata.name", Usual(found.Root.Location))),
                    },
                ]
            : [];
    }

    /// <summary>The name that something in a file usually has: the begin of the file's, which is the component's in a flat file.</summary>
    internal static string Usual(Location location) => location.File.Split('/')[^1].Split('.')[0].ToLowerInvariant();
}
