using System.Collections.Concurrent;

namespace Bernstein.Kubernetes.Types;

/// <summary>What names, addresses and other texts of the API look like.</summary>
internal static partial class Patterns
{
    private static readonly ConcurrentDictionary<string, Regex> ByName = new();

    internal static Regex Of(string name) => ByName.GetOrAdd(name, _ => new Regex(Whole(name)));

    // With the patterns that it names.
    private static string Whole(string name) =>
        Named.Replace(ApiRules.Data["patterns"][name].Text!, named => Whole(named.Groups["name"].Value));

    [GeneratedRegex("<(?<name>[A-Z][A-Za-z0-9]+)>")]
    private static partial Regex Named { get; }
}
