namespace Bernstein.Check.Tests.Mends;

/// <summary>The lines of a report that change, done as somebody does them who reads it from the top.</summary>
internal static partial class Printed
{
    /// <summary>Does them in the files of a folder; what is shortened there is written by nobody, and left.</summary>
    internal static void Apply(string folder, string report)
    {
        foreach (var file in Hunks(report).ToLookup(hunk => hunk.Location.File))
        {
            var path = Path.Combine(folder, file.Key);
            var text = File.Exists(path) ? Encoding.UTF8.GetString(File.ReadAllBytes(path)) : "";
            var end = text.Contains("\r\n", StringComparison.Ordinal) ? "\r\n" : "\n";
            var mended = Mending.Applied(text, file.Select(hunk => Ended(hunk, end)));
            File.WriteAllText(path, mended);
        }
    }

    private static Hunk Ended(Hunk hunk, string end) => hunk with { Added = [.. hunk.Added.Select(line => line + end)] };

    private static IEnumerable<Hunk> Hunks(string report)
    {
        Location? place = null;
        var (removed, added) = (new List<string>(), new List<string>());
        foreach (var line in report.Split('\n').Append(""))
        {
            var sign = Changed().Match(line) is { Success: true } changed ? changed.Groups["sign"].Value : "";
            if (sign.Length == 0 && place is not null && removed.Count + added.Count > 0)
            {
                yield return new Hunk(place, [.. removed], [.. added]);
                (place, removed, added) = (null, [], []);
            }

            if (Begin().Match(line) is { Success: true } begin)
            {
                place = new Location(begin.Groups["file"].Value, int.Parse(begin.Groups["line"].Value, CultureInfo.InvariantCulture));
            }

            (sign == "-" ? removed : added).AddRange(sign.Length > 0 ? [line[10..]] : []);
        }
    }

    [GeneratedRegex("^        (?<file>[^ ].*):(?<line>[0-9]+)$")]
    private static partial Regex Begin();

    [GeneratedRegex("^        (?<sign>[-+]) ")]
    private static partial Regex Changed();
}
