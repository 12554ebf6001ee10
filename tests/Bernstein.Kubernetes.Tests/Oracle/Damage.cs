namespace Bernstein.Kubernetes.Tests.Oracle;

/// <summary>A manifest with one thing changed, which the API server takes or refuses.</summary>
/// <param name="Name">The object, the path and the change: <c>Deployment poll.spec.replicas = -1</c>.</param>
/// <param name="Text">The manifest, as JSON, which is YAML too.</param>
public sealed partial record Damage(string Name, string Text)
{
    private static readonly string Folder = Project.In("tests", "Bernstein.Kubernetes.Tests", "Oracle");

    private static readonly KubernetesObject[] Rendered = [.. Read("rendered.yaml")];

    /// <summary>The objects that are damaged: those of the application and some of each other kind.</summary>
    private static readonly KubernetesObject[] Objects = [.. Rendered, .. Read("kinds.yaml")];

    /// <summary>
    /// The objects as they are, and every damage of those of kinds that a version of Kubernetes serves. Of objects of one kind, a change of
    /// one path comes once.
    /// </summary>
    public static IReadOnlyList<Damage> For(Version kubernetes) => [.. Made(kubernetes).DistinctBy(damage => damage.Name)];

    /// <summary>An object of the recorded ones with a value set: <c>Deployment poll.spec.replicas = -1</c>.</summary>
    public static Damage Of(string edit) => Of(Objects.First(found => IsOf(found, edit)), edit);

    /// <summary>Whether the damaged object is one that the chart renders.</summary>
    internal static bool IsOfTheApplication(string name) =>
        Rendered.Any(found => IsOf(found, name) || name.StartsWith($"{found} ", StringComparison.Ordinal));

    private static IEnumerable<KubernetesObject> Read(string file) =>
        from document in YamlReader.Read(file, File.ReadAllText(Path.Combine(Folder, file))).Documents
        where document is Mapping
        select new KubernetesObject(document);

    private static IEnumerable<Damage> Made(Version kubernetes)
    {
        var seen = new HashSet<string>();
        var edits = File.ReadLines(Path.Combine(Folder, "edits.txt")).Where(line => line.Length > 0 && !line.StartsWith('#')).ToArray();
        foreach (var found in Objects)
        {
            yield return new Damage($"{found} as it is", Flow(found.Root));
            if (!KnownKinds.IsServed(found, kubernetes))
            {
                continue;
            }

            foreach (var (path, text, change) in Changes(found.Root, "", whole => whole ?? ""))
            {
                // Whether a namespace exists is not the manifest's matter.
                if (seen.Add($"{Field(found, path)} {change}") && !(path == ".metadata.namespace" && change.Contains('"')))
                {
                    yield return new Damage($"{found}{path} {change}", text);
                }
            }

            foreach (var edit in edits.Where(edit => IsOf(found, edit)))
            {
                yield return Of(found, edit);
            }
        }
    }

    private static bool IsOf(KubernetesObject found, string edit) => edit.StartsWith($"{found}.", StringComparison.Ordinal);

    private static Damage Of(KubernetesObject found, string edit)
    {
        var (place, value) = (edit.Split(" = ", 2)[0], edit.Split(" = ", 2)[1]);
        var steps = place[(found.ToString().Length + 1)..].Split('.', StringSplitOptions.RemoveEmptyEntries);
        return new Damage(edit, Set(found.Root, steps, value));
    }

    // What pods, metadata and the items of a list have in common is damaged once.
    private static string Field(KubernetesObject found, string path) =>
        Index()
            .Replace(
                path.IndexOf("template.spec.", StringComparison.Ordinal) is var pod and >= 0 ? path[(pod + 8)..]
                    : path.Contains(".metadata.labels", StringComparison.Ordinal)
                    || path.Contains(".metadata.annotations", StringComparison.Ordinal)
                        ? path[path.IndexOf(".metadata", StringComparison.Ordinal)..]
                    : $"{found.ApiVersion} {found.Kind}{path}",
                ""
            );

    // Every value below gets every replacement that suits it; the function makes the whole manifest of a part that is replaced.
    private static IEnumerable<(string Path, string Text, string Change)> Changes(Node node, string path, Func<string?, string> whole)
    {
        string[] entries = [.. node.Entries.Select(entry => Entry(entry.Key, Flow(entry.Value)))];
        string[] items = [.. node.Items.Select(Flow)];
        var ofEntries =
            from entry in node.Entries.Index()
            let key = entry.Item.Key
            from change in Changes(
                entry.Item.Value,
                key.Contains('.') ? $"{path}[{key}]" : $"{path}.{key}",
                part => whole($"{{{Join(entries, entry.Index, part is null ? null : Entry(key, part))}}}")
            )
            select change;
        var ofItems = node
            .Items.Index()
            .SelectMany(item => Changes(item.Item, $"{path}[{item.Index}]", part => whole($"[{Join(items, item.Index, part)}]")));
        return Own(node, entries, items)
            .Where(own => path.Length > 0 || own.Part is not (null or "null"))
            .Select(own => (path, whole(own.Part), own.Change))
            .Concat(ofEntries)
            .Concat(ofItems);
    }

    // What becomes of a value itself; null for nothing.
    private static IEnumerable<(string? Part, string Change)> Own(Node node, string[] entries, string[] items)
    {
        yield return (null, "deleted");
        foreach (var replacement in Replacements(node))
        {
            yield return (replacement, $"= {replacement}");
        }

        if (entries.Length > 0)
        {
            yield return ($"{{{string.Join(", ", entries)}, \"unknown\": 1}}", "with an unknown field");
            yield return ($"{{{string.Join(", ", entries)}, {entries[0]}}}", "with its first field twice");
        }

        if (items.Length > 0)
        {
            yield return ($"[{string.Join(", ", items)}, {items[0]}]", "with its first item twice");
        }
    }

    private static string Join(string[] parts, int index, string? part) =>
        string.Join(", ", parts[..index].Concat(part is null ? [] : [part]).Concat(parts[(index + 1)..]));

    private static IEnumerable<string> Replacements(Node node) =>
        node switch
        {
            Mapping => ["{}", "[]", "\"text\"", "null"],
            Sequence => ["[]", "{}", "\"text\"", "[null]"],
            Scalar { Type: ScalarType.Number } number =>
            [
                $"\"{number.Value}\"",
                "\"text\"",
                "-1",
                "0",
                "70000",
                "99999999999",
                "1.5",
                $"{number.Value}.0",
                $"{number.Value}e0",
            ],
            Scalar { Type: ScalarType.Boolean } => ["\"true\"", "7"],
            Scalar { IsSet: true } => ["7", "\"\"", "\"Not Valid!\"", $"\"{new string('a', 64)}\"", "{}"],
            _ => [],
        };

    private static string Set(Node node, ReadOnlySpan<string> path, string value)
    {
        if (path.Length == 0)
        {
            return value;
        }

        var step = path[0];
        if (node is Sequence)
        {
            var at = int.Parse(step, CultureInfo.InvariantCulture);
            var items = node.Items.Select(Flow).ToArray();
            var item = Set(node[at], path[1..], value);
            return $"[{string.Join(", ", [.. items.Take(at), item, .. items.Skip(at + 1)])}]";
        }

        var others = node.Entries.Where(entry => entry.Key != step).Select(entry => Entry(entry.Key, Flow(entry.Value)));
        return $"{{{string.Join(", ", others.Append(Entry(step, Set(node[step], path[1..], value))))}}}";
    }

    private static string Flow(Node node) => YamlWriter.Flow(node, isJson: true);

    private static string Entry(string key, string value) => $"{YamlWriter.Text(key, isJson: true)}: {value}";

    [GeneratedRegex(@"\[[^\]]*\]")]
    private static partial Regex Index();
}
