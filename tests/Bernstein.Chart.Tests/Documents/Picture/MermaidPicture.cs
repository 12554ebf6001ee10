using System.Text;

namespace Bernstein.Chart.Tests.Documents.Picture;

/// <summary>The picture of the application as a Mermaid flowchart.</summary>
/// <param name="Architecture">What it shows.</param>
internal sealed record MermaidPicture(Architecture Architecture)
{
    /// <summary>The picture as a file.</summary>
    public override string ToString()
    {
        var text = new StringBuilder("flowchart LR\n");
        foreach (var group in Architecture.Parts.GroupBy(part => part.Namespace))
        {
            // A name of its own: default is a word of Mermaid.
            text.Append($"  subgraph namespace-{group.Key}[\"namespace {group.Key}\"]\n");
            foreach (var part in group)
            {
                var times = part.Instances is { } number ? $"{part.Kind} × {number}" : part.Kind;
                text.Append($"    {part.Name}[\"<b>{part.Name}</b><br>{times}<br>{part.Image}\"]\n");
            }

            foreach (var claim in Architecture.Claims.Where(claim => group.Any(part => part.Name == claim.Part)))
            {
                text.Append($"    claim-{claim.Name}[(\"claim {claim.Name}<br>{claim.Size}\")]\n    {claim.Part} --- claim-{claim.Name}\n");
            }

            text.Append("  end\n");
        }

        var entrance = Architecture.Doors.First(door => door.NodePort is not null);
        text.Append($"  browser([a browser]) -->|:{entrance.NodePort}| {entrance.Part}\n");
        foreach (var (service, host) in Architecture.Hosts)
        {
            var door = Architecture.Doors.Single(door => door.Service == service);
            text.Append($"  {entrance.Part} -->|\"{host}<br>{service}:{door.Port}\"| {door.Part}\n");
        }

        foreach (var part in Architecture.Parts)
        {
            foreach (var door in Architecture.Doors.Where(door => part.Calls.Contains(door.Service)))
            {
                text.Append($"  {part.Name} -->|{door.Service}:{door.Port}| {door.Part}\n");
            }
        }

        foreach (var source in Architecture.Sources)
        {
            var name = $"{source.Kind.ToLowerInvariant()}-{source.Name}";
            text.Append(
                $"  {name}[/\"{source.Kind} {source.Name}<br>{string.Join("<br>", source.Keys)}\"/] -.-> {string.Join(" & ", source.Parts)}\n"
            );
        }

        return text.ToString();
    }
}
