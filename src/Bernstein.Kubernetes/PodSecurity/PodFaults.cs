namespace Bernstein.Kubernetes.PodSecurity;

/// <summary>What controls do not allow, as pod-security.yaml writes it.</summary>
internal static class PodFaults
{
    private const string Allowed = "runtime/default";

    internal static Func<PodParts, IEnumerable<PodFault>> Read(Node written)
    {
        var find =
            written["annotations"].Text is { } key ? pod => Annotated(pod, key, written["allowed"].Items)
            : written["volumes"] is Sequence types ? pod => Mounted(pod.Pod, [.. types.Items.Select(type => type.Text!)])
            : Fields(written);
        var (from, until) = (written["from"].Number ?? 0, written["until"].Number ?? int.MaxValue);
        return pod => pod.Version.Minor >= from && pod.Version.Minor < until ? find(pod) : [];
    }

    private static Func<PodParts, IEnumerable<PodFault>> Fields(Node written)
    {
        var (isOf, isOfPod) = (Condition.Read(written["if"].Text), Condition.Read(written["if pod"].Text));
        var fields = written["fields"].Entries.Select(entry => (Path: entry.Key, IsRefused: Refused(entry.Value))).ToArray();
        return pod =>
            from part in written["of"].Text switch
            {
                "pod" => [pod.Pod],
                "containers" => pod.Containers,
                _ => pod.All,
            }
            where isOfPod(pod.Pod.Node) && isOf(part.Node)
            from field in fields
            from path in Paths(part.Node, field.Path)
            where field.IsRefused(part.Node.At(path), pod.Version)
            select Fault(written, pod, part, path);
    }

    // By what is so of the value, or by what it may be from a minor version on.
    private static Func<Node, Version, bool> Refused(Node written)
    {
        if (written.Text is { } words)
        {
            var holds = Condition.Words(words);
            return (value, _) => holds(value);
        }

        var allowed = written
            .Entries.Select(row =>
                (From: int.Parse(row.Key, CultureInfo.InvariantCulture), Words: row.Value.Text!.Split(' ').Select(Condition.Word).ToArray())
            )
            .ToArray();
        return (value, version) => !allowed.Any(row => version.Minor >= row.From && Array.Exists(row.Words, isSo => isSo(value)));
    }

    // Each item of a list has a path of its own.
    private static IEnumerable<string> Paths(Node node, string path) =>
        path.Split("[]") is [var list, var below] ? node.At(list).Items.Select((_, index) => $"{list}[{index}]{below}") : [path];

    private static PodFault Fault(Node written, PodParts pod, PodPart part, string path)
    {
        var (told, value) = (written["tell"].Text, written["set"].Text);
        return part.Tell(path, told ?? value ?? written["asked"].Text ?? "nothing: remove it") with
        {
            Edits =
                told is not null ? [.. written["set for the pod"].Entries.Select(set => Edit.Set(pod.Pod.Node, set.Key, set.Value.Text!))]
                : value is not null ? [Edit.Set(part.Node, path, value)]
                : [Edit.Remove(part.Node, path)],
        };
    }

    private static IEnumerable<PodFault> Annotated(PodParts pod, string key, IReadOnlyList<Node> allowed) =>
        from annotations in new[] { pod.Workload.Template.At("metadata.annotations") }
        from entry in annotations.Entries
        where entry.Key.Contains(key, StringComparison.Ordinal)
        let value = entry.Value.Text ?? ""
        where !allowed.Any(known => known.Text == value) && !value.StartsWith("localhost/", StringComparison.Ordinal)
        select new PodFault(
            $"{pod.Pod.Name}: the annotation {entry.Key} is {entry.Value.Shown}; asked for is {Allowed}",
            entry.Value.Location,
            Edit.Set(annotations, Edit.Below("", entry.Key), Allowed)
        );

    // A volume without a source is an emptyDir.
    private static IEnumerable<PodFault> Mounted(PodPart pod, string[] types) =>
        from volume in pod.Node["volumes"].Items.Index()
        let type = volume.Item.Entries.FirstOrDefault(entry => entry.Key != "name" && entry.Value.IsSet).Key
        where type is not null && !types.Contains(type)
        select pod.Tell($"volumes[{volume.Index}].{type}", $"one of {string.Join(", ", types)}");
}
