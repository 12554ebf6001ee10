namespace Bernstein.Kubernetes.Types;

/// <summary>What names, addresses and other texts of the API look like.</summary>
internal static class Patterns
{
    private static readonly Dictionary<string, Lazy<Regex>> ByName = Read();

    internal static Regex Of(string name) => ByName[name].Value;

    private static Dictionary<string, Lazy<Regex>> Read()
    {
        var whole = new Dictionary<string, string>();
        foreach (var (name, pattern) in ApiRules.Data["patterns"].Entries)
        {
            whole[name] = whole.Aggregate(
                pattern.Text!,
                (text, inner) => text.Replace($"<{inner.Key}>", inner.Value, StringComparison.Ordinal)
            );
        }

        return whole.ToDictionary(entry => entry.Key, entry => new Lazy<Regex>(() => new Regex(entry.Value)));
    }
}
