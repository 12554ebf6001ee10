namespace Bernstein.Documents.Architecture;

/// <summary>The application as a Mermaid flowchart; the numbers at the arrows are those of the walk of a vote (docs/architecture.md).</summary>
/// <param name="Application">What it shows.</param>
internal sealed record MermaidChart(Application Application)
{
    private static readonly Dictionary<(string From, string To), string> Walk = new()
    {
        [("traefik", "poll")] = "2",
        [("poll", "redis")] = "3",
        [("worker", "redis")] = "4",
        [("worker", "postgres")] = "5",
        [("result", "postgres")] = "6",
        [("traefik", "result")] = "7",
    };

    /// <summary>Its text.</summary>
    public override string ToString()
    {
        var text = new StringBuilder("flowchart LR\n");
        foreach (var group in Application.Parts.GroupBy(part => part.Namespace))
        {
            // A name of its own: default is a word of Mermaid.
            text.Append($"  subgraph namespace-{group.Key}[\"namespace {group.Key}\"]\n");
            foreach (var part in group)
            {
                var times = part.Instances is { } number ? $"{part.Kind} × {number}" : part.Kind;
                text.Append($"    {part.Name}[\"<b>{part.Name}</b><br>{times}<br>{part.Image}\"]\n");
            }

            foreach (var claim in Application.Claims.Where(claim => group.Any(part => part.Name == claim.Part)))
            {
                text.Append($"    claim-{claim.Name}[(\"claim {claim.Name}<br>{claim.Size}\")]\n    {claim.Part} --- claim-{claim.Name}\n");
            }

            text.Append("  end\n");
        }

        var entrance = Application.Doors.First(door => door.NodePort is not null);
        text.Append($"  browser([a browser]) -->|\"1, 8<br>:{entrance.NodePort}\"| {entrance.Part}\n");
        foreach (var (service, host) in Application.Hosts)
        {
            var door = Application.Doors.Single(door => door.Service == service);
            text.Append($"  {entrance.Part} -->|\"{Step(entrance.Part, door.Part)}{host}<br>{service}:{door.Port}\"| {door.Part}\n");
        }

        foreach (var part in Application.Parts)
        {
            foreach (var door in Application.Doors.Where(door => part.Calls.Contains(door.Service)))
            {
                text.Append($"  {part.Name} -->|\"{Step(part.Name, door.Part)}{door.Service}:{door.Port}\"| {door.Part}\n");
            }
        }

        foreach (var source in Application.Sources)
        {
            var name = $"{source.Kind.ToLowerInvariant()}-{source.Name}";
            text.Append(
                $"  {name}[/\"{source.Kind} {source.Name}<br>{string.Join("<br>", source.Keys)}\"/] -.-> {string.Join(" & ", source.Parts)}\n"
            );
        }

        return text.ToString();
    }

    private static string Step(string from, string? to) => Walk.TryGetValue((from, to ?? ""), out var step) ? $"{step}<br>" : "";
}
