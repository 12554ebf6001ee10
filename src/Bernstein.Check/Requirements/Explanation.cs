using System.Reflection;

namespace Bernstein.Check.Requirements;

/// <summary>What a requirement means, shown by what is right and what is wrong.</summary>
/// <param name="File">The file that both are of.</param>
/// <param name="Right">The lines as they should be.</param>
/// <param name="Wrong">The lines as they are often written; empty where they are often forgotten.</param>
/// <param name="Link">The page of the Kubernetes or Traefik documentation that explains it.</param>
public sealed record Explanation(string File, string Right, string Wrong, Uri Link)
{
    private const string Resource = "examples.txt";

    private static readonly Lazy<IReadOnlyDictionary<string, Explanation>> Table = new(() => Read().ToDictionary());

    /// <summary>The explanation of a requirement.</summary>
    public static Explanation Of(Requirement requirement) => Table.Value[requirement.Identifier];

    /// <summary>A text of the file with the wrong lines in it, in the last place of the right ones: init containers stand before the container that is judged.</summary>
    public string Spoil(string text)
    {
        var at = text.LastIndexOf(Right, StringComparison.Ordinal);
        return at < 0 ? text : string.Concat(text.AsSpan(0, at), Wrong, text.AsSpan(at + Right.Length));
    }

    private static IEnumerable<KeyValuePair<string, Explanation>> Read()
    {
        using var reader = new StreamReader(Assembly.GetExecutingAssembly().GetManifestResourceStream(Resource)!);
        while (reader.ReadLine() is { } line)
        {
            if (!line.StartsWith('#') && line.Split(" | ") is [var identifier, var file, var right, var wrong, var link])
            {
                yield return KeyValuePair.Create(identifier, new Explanation(file, Unescape(right), Unescape(wrong), new Uri(link)));
            }
        }
    }

    private static string Unescape(string text) => text.Replace("\\n", "\n", StringComparison.Ordinal);
}
