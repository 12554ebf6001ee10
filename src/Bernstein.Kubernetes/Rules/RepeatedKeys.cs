namespace Bernstein.Kubernetes.Rules;

/// <summary>Keys that are written more than once in one mapping: kubectl takes the last without a word, an API server refuses them.</summary>
internal static class RepeatedKeys
{
    internal static IEnumerable<Finding> In(KubernetesObject found) => In(found.Root, found.ToString());

    private static IEnumerable<Finding> In(Node node, string name) =>
        node switch
        {
            { HasDuplicates: false } => [],
            // Of a second object in the same document a remark tells, once.
            Mapping mapping => (new KubernetesObject(mapping).Further.Count == 0 ? mapping.Duplicates : [])
                .Select(entry => Repeated(mapping, entry, name))
                .Concat(mapping.Entries.SelectMany(entry => In(entry.Value, entry.Key))),
            _ => node.Items.SelectMany(item => In(item, name)),
        };

    private static Finding Repeated(Mapping mapping, KeyValuePair<string, Node> entry, string name) =>
        new($"the key {entry.Key} is twice in {name}; the last one counts", entry.Value.Location)
        {
            Path = mapping[entry.Key].Path,
            MendBy = () =>
                Mend.Of($"Remove the earlier {entry.Key}, which does not count.", Edit.RemoveEarlier(mapping, Edit.Below("", entry.Key))),
        };
}
