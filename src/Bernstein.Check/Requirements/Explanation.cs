using System.IO.Enumeration;

namespace Bernstein.Check.Requirements;

/// <summary>What is said of a requirement: what it asks and why, how it is mended, what is right and what is wrong.</summary>
/// <param name="Sentence">What must hold, in one sentence.</param>
/// <param name="Protects">What breaks in a cluster where it does not hold.</param>
/// <param name="Mend">What to write where it does not hold.</param>
/// <param name="File">The file that both examples are of.</param>
/// <param name="Right">The lines as they should be.</param>
/// <param name="Wrong">The lines as they are often written; empty where they are often forgotten.</param>
/// <param name="Link">The page of the Kubernetes or Traefik documentation that explains it.</param>
public sealed record Explanation(string Sentence, string Protects, string Mend, string File, string Right, string Wrong, Uri Link)
{
    private static readonly Lazy<IReadOnlyList<Node>> Table = new(() => Resource.Rows("requirements.yaml"));

    /// <summary>A text of the file with the wrong lines in it, in the last place of the right ones: init containers stand before the container that is judged.</summary>
    public string Spoil(string text)
    {
        var at = text.LastIndexOf(Right, StringComparison.Ordinal);
        return at < 0 ? text : string.Concat(text.AsSpan(0, at), Wrong, text.AsSpan(at + Right.Length));
    }

    /// <summary>What the entries say that an identifier fits.</summary>
    internal static Explanation Of(string identifier)
    {
        var entries = Table
            .Value.Where(entry => entry["id"].Texts().Any(pattern => FileSystemName.MatchesSimpleExpression(pattern, identifier, false)))
            .ToArray();
        string Said(string field) =>
            Resource.Filled(
                entries.FirstOrDefault(entry => entry[field].IsSet)?[field].Text
                    ?? throw new InvalidOperationException($"requirements.yaml needs an entry of {identifier} with «{field}»"),
                name => Value(identifier, name)
            );
        return new(Said("asks"), Said("protects"), Said("fix"), Said("file"), Said("right"), Said("wrong"), new Uri(Said("link")));
    }

    private static string Value(string identifier, string name)
    {
        var component = Component.Of(identifier);
        var last = identifier[((component is null ? identifier.IndexOf('.') : identifier.LastIndexOf('.')) + 1)..];
        return name switch
        {
            "last" => last,
            "misnamed" => $"{Path.GetFileNameWithoutExtension(last).Replace('.', '-')}.yml",
            "short" => last.Split('_')[1],
            "misspelt" => $"{last[..^2]}{last[^1]}{last[^2]}",
            "name" => component!.Name,
            "image" => component!.Image,
            "repository" => component!.Image.Split(':')[0],
            "namespace" => component!.Namespace,
            "replicas" => $"{component!.Replicas}",
            "memory" => component!.Memory!,
            "port" => $"{component!.Ports[0]}",
            "next" => $"{component!.Ports[0] + 1}",
            "host" => component!.Host!,
            "workload" => component!.WorkloadFile,
            "service" => component!.ServiceFile,
            _ => component!.IngressFile,
        };
    }
}
