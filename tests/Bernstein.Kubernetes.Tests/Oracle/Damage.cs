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
    public static Damage Of(string edit)
    {
        var (place, value) = (edit.Split(" = ", 2)[0], edit.Split(" = ", 2)[1]);
        var found = Objects.First(found => place.StartsWith($"{found}.", StringComparison.Ordinal));
        return new Damage(
            edit,
            Set(found.Root, place[(found.ToString().Length + 1)..].Split('.', StringSplitOptions.RemoveEmptyEntries), value)
        );
    }

    /// <summary>Whether the damaged object is one that the chart renders.</summary>
    internal static bool IsOfTheApplication(string name) =>
        Rendered.Any(found =>
            name.StartsWith($"{found}.", StringComparison.Ordinal) || name.StartsWith($"{found} ", StringComparison.Ordinal)
        );

    private static IEnumerable<KubernetesObject> Read(string file) =>
        from document in YamlReader.Read(file, File.ReadAllText(Path.Combine(Folder, file))).Documents
        where document is Mapping
        select new KubernetesObject(document);

    private static IEnumerable<Damage> Made(Version kubernetes)
    {
        var seen = new HashSet<string>();
        var edits = File.ReadLines(Path.Combine(Folder, "edits.txt"))
            .Where(line => line.Length > 0 && !line.StartsWith('#'))
            .Select(line => line.Split(" = ", 2))
            .ToArray();
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

            foreach (var edit in edits.Where(edit => edit[0].StartsWith($"{found}.", StringComparison.Ordinal)))
            {
                yield return new Damage(
                    $"{edit[0]} = {edit[1]}",
                    Set(found.Root, edit[0][(found.ToString().Length + 1)..].Split('.', StringSplitOptions.RemoveEmptyEntries), edit[1])
                );
            }
        }
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
        if (path.Length > 0)
        {
            yield return (path, whole(null), "deleted");
        }

        foreach (var change in Replacements(node).Where(change => path.Length > 0 || change != "null"))
        {
            yield return (path, whole(change), $"= {change}");
        }

        var entries = node.Entries.Select(entry => $"{JsonSerializer.Serialize(entry.Key)}: {Flow(entry.Value)}").ToArray();
        if (entries.Length > 0)
        {
            yield return (path, whole($"{{{string.Join(", ", entries)}, \"unknown\": 1}}"), "with an unknown field");
            yield return (path, whole($"{{{string.Join(", ", entries)}, {entries[0]}}}"), "with its first field twice");
        }

        var items = node.Items.Select(Flow).ToArray();
        if (items.Length > 0)
        {
            yield return (path, whole($"[{string.Join(", ", items)}, {items[0]}]"), "with its first item twice");
        }

        foreach (var (index, (key, value)) in node.Entries.Index())
        {
            var below = Changes(
                value,
                key.Contains('.') ? $"{path}[{key}]" : $"{path}.{key}",
                part => whole($"{{{Join(entries, index, part is null ? null : $"{JsonSerializer.Serialize(key)}: {part}")}}}")
            );
            foreach (var change in below)
            {
                yield return change;
            }
        }

        foreach (var (index, item) in node.Items.Index())
        {
            foreach (var change in Changes(item, $"{path}[{index}]", part => whole($"[{Join(items, index, part)}]")))
            {
                yield return change;
            }
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
            var items = node.Items.Select(Flow).ToList();
            var item = Set(node[at], path[1..], value);
            if (at < items.Count)
            {
                items[at] = item;
            }
            else
            {
                items.Add(item);
            }

            return $"[{string.Join(", ", items)}]";
        }

        var entries = node
            .Entries.Where(entry => entry.Key != step)
            .Select(entry => $"{JsonSerializer.Serialize(entry.Key)}: {Flow(entry.Value)}");
        return $"{{{string.Join(", ", entries.Append($"{JsonSerializer.Serialize(step)}: {Set(node[step], path[1..], value)}"))}}}";
    }

    private static string Flow(Node node) =>
        node switch
        {
            Mapping =>
                $"{{{string.Join(", ", node.Entries.Select(entry => $"{JsonSerializer.Serialize(entry.Key)}: {Flow(entry.Value)}"))}}}",
            Sequence => $"[{string.Join(", ", node.Items.Select(Flow))}]",
            Scalar { Type: ScalarType.Text } text => JsonSerializer.Serialize(text.Value),
            Scalar { IsSet: true } scalar => scalar.Value,
            _ => "null",
        };

    [GeneratedRegex(@"\[[^\]]*\]")]
    private static partial Regex Index();
}
