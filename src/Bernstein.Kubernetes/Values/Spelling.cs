namespace Bernstein.Kubernetes.Values;

/// <summary>Words that are nearly right.</summary>
public static class Spelling
{
    /// <summary>The known word that is nearest, as messages add it: <c> (did you mean replicas?)</c>. Empty where none is near.</summary>
    public static string Suggestion(string name, IEnumerable<string> known) =>
        Nearest(name, known) is { } nearest ? $" (did you mean {nearest}?)" : "";

    /// <summary>The known word that is nearest; null where none is near.</summary>
    public static string? Nearest(string name, IEnumerable<string> known)
    {
        var nearest = known
            .Distinct()
            .Select(other => (Other: other, Distance: Distance(name, other)))
            .OrderBy(found => found.Distance)
            .FirstOrDefault();
        return nearest.Other is not null && nearest.Distance <= Math.Max(1, name.Length / 4) ? nearest.Other : null;
    }

    /// <summary>How many letters differ (Levenshtein); case counts for nothing.</summary>
    private static int Distance(string one, string other)
    {
        var row = Enumerable.Range(0, other.Length + 1).ToArray();
        for (var i = 1; i <= one.Length; i++)
        {
            var (diagonal, left) = (row[0], i);
            row[0] = i;
            for (var j = 1; j <= other.Length; j++)
            {
                var cost = char.ToLowerInvariant(one[i - 1]) == char.ToLowerInvariant(other[j - 1]) ? 0 : 1;
                left = Math.Min(Math.Min(row[j] + 1, left + 1), diagonal + cost);
                (diagonal, row[j]) = (row[j], left);
            }
        }

        return row[^1];
    }
}
