namespace Bernstein.Kubernetes.PodSecurity;

/// <summary>A field of a pod that a control does not allow. There are no edits where only a person can tell what the image bears.</summary>
internal sealed record PodFault(string Message, Location Location, params IReadOnlyList<Edit> Edits);

/// <summary>One control of the Pod Security Standards, as pod-security.yaml writes it.</summary>
internal sealed class PodSecurityControl(Node written)
{
    private const string Profile = "runtime/default";

    private readonly Func<PodParts, IEnumerable<PodFault>>[] _faults = [.. written["faults"].Items.Select(Read)];

    private readonly Predicate<Node> _isLet = Condition.Read(written.At("unless.if").Text);

    internal static IReadOnlyList<PodSecurityControl> All { get; } =
    [.. YamlReader.Own("pod-security.yaml").Items.Select(written => new PodSecurityControl(written))];

    internal string Name { get; } = written["name"].Text!;

    internal PodSecurityLevel Level { get; } = Enum.Parse<PodSecurityLevel>(written["level"].Text!, ignoreCase: true);

    internal long Since { get; } = written["since"].Number ?? 0;

    /// <summary>What keeps a pod from it, with one mend. Where one fault is for a person, all are.</summary>
    internal IEnumerable<Finding> Findings(PodParts pod)
    {
        var isLet = pod.Version.Minor >= written.At("unless.from").Number && _isLet(pod.Pod.Node);
        var faults = isLet ? [] : _faults.SelectMany(fault => fault(pod)).ToArray();
        var edits = faults.All(fault => fault.Edits.Count > 0) ? faults.SelectMany(fault => fault.Edits) : [];
        return faults.Select(fault => new Finding($"{fault.Message} ({Name}, {written["level"].Text})", fault.Location)
        {
            MendBy = () => Mend.Of($"{pod.Workload.Manifest}: {written["mend"].Text}", edits),
        });
    }

    private static Func<PodParts, IEnumerable<PodFault>> Read(Node written)
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
                _ => pod.Containers.Prepend(pod.Pod),
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

    private static PodFault Fault(Node written, PodParts pod, PodPart part, string path) =>
        (written["tell"].Text, written["set"].Text) switch
        {
            ({ } told, _) => Told(
                part,
                path,
                told,
                [.. written["set for the pod"].Entries.Select(set => Edit.Set(pod.Pod.Node, set.Key, set.Value.Text!))]
            ),
            (_, { } value) => Told(part, path, value, Edit.Set(part.Node, path, value)),
            _ => Told(part, path, written["asked"].Text ?? "nothing: remove it", Edit.Remove(part.Node, path)),
        };

    private static PodFault Told(PodPart part, string path, string asked, params IReadOnlyList<Edit> edits) =>
        new($"{part.Name}: {path} is {part.Node.At(path).Shown}; asked for is {asked}", part.Node.At(path).Location, edits);

    private static IEnumerable<PodFault> Annotated(PodParts pod, string key, IReadOnlyList<Node> allowed) =>
        from annotations in new[] { pod.Workload.Template.At("metadata.annotations") }
        from entry in annotations.Entries
        where entry.Key.Contains(key, StringComparison.Ordinal)
        let value = entry.Value.Text ?? ""
        where !allowed.Any(known => known.Text == value) && !value.StartsWith("localhost/", StringComparison.Ordinal)
        select new PodFault(
            $"{pod.Pod.Name}: the annotation {entry.Key} is {entry.Value.Shown}; asked for is {Profile}",
            entry.Value.Location,
            Edit.Set(annotations, Edit.Below("", entry.Key), Profile)
        );

    // A volume without a source is an emptyDir.
    private static IEnumerable<PodFault> Mounted(PodPart pod, string[] types) =>
        from volume in pod.Node["volumes"].Items.Index()
        let type = volume.Item.Entries.FirstOrDefault(entry => entry.Key != "name" && entry.Value.IsSet).Key
        where type is not null && !types.Contains(type)
        select Told(pod, $"volumes[{volume.Index}].{type}", $"one of {string.Join(", ", types)}");
}
