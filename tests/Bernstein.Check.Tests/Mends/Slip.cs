namespace Bernstein.Check.Tests.Mends;

/// <summary>One slip of a hand that writes manifests: a line, a file name or a whole file that is wrong.</summary>
/// <param name="File">The file.</param>
/// <param name="Line">The line, counted from 0; past the end it begins anew, so that a slip can follow any other.</param>
/// <param name="Kind">What is done.</param>
internal sealed record Slip(string File, int Line, string Kind)
{
    /// <summary>The slips of one line, each as what becomes of it; null for no line.</summary>
    private static readonly Dictionary<string, Func<string, string?>> OfLines = new()
    {
        ["deleted"] = _ => null,
        ["twice"] = line => $"{line}\n{line}",
        ["to the left"] = line => line.StartsWith("  ", StringComparison.Ordinal) ? line[2..] : line,
        ["to the right"] = line => "  " + line,
        ["without its value"] = line => line.IndexOf(": ", StringComparison.Ordinal) is >= 0 and var colon ? line[..(colon + 1)] : line,
        ["in capitals"] = line => Valued(line, value => value.ToUpperInvariant()),
        ["with an underscore"] = line => Valued(line, value => value + "_x"),
        ["with another value"] = line => Valued(line, value => value + "x"),
        ["in quotes"] = line => Valued(line, value => $"\"{value.Trim('"')}\""),
        ["a number"] = line => Valued(line, _ => "7"),
        ["a text"] = line => Valued(line, _ => "text"),
        ["a list"] = line => Valued(line, value => $"[{value}]"),
        ["another key"] = line =>
            line.IndexOf(':', StringComparison.Ordinal) is > 1 and var colon ? line[..(colon - 1)] + line[colon..] : line,
        ["a tab"] = line => "\t" + line.TrimStart(),
    };

    /// <summary>The slips of a whole file.</summary>
    private static readonly Dictionary<string, Action<Dictionary<string, string>, string>> OfFiles = new()
    {
        ["is not there"] = (files, name) => files.Remove(name),
        ["is empty"] = (files, name) => files[name] = "",
        ["is in a folder"] = (files, name) => Move(files, name, $"{name.Split('.')[0]}/{string.Join('.', name.Split('.')[1..])}"),
        ["has dashes in its name"] = (files, name) =>
            Move(files, name, name.Replace('.', '-').Replace("-yaml", ".yml", StringComparison.Ordinal)),
        ["stands twice"] = (files, name) => files[name.Replace('.', '-').Replace("-yaml", ".yaml", StringComparison.Ordinal)] = files[name],
        ["is that of result"] = (files, name) =>
            files[name] = files.GetValueOrDefault($"result.{string.Join('.', name.Split('.')[1..])}", files[name]),
        ["has no dashes between its documents"] = (files, name) => files[name] = files[name].Replace("---\n", "", StringComparison.Ordinal),
        ["ends in the middle"] = (files, name) => files[name] = files[name][..(files[name].Length / 2)],
        ["ends with a wrong line"] = (files, name) => files[name] += " ? - :\n   wrong\n",
        ["has line ends of Windows"] = (files, name) => files[name] = files[name].Replace("\n", "\r\n", StringComparison.Ordinal),
    };

    /// <summary>Every slip of a folder.</summary>
    internal static IReadOnlyList<Slip> In(IReadOnlyDictionary<string, string> folder) =>
        [
            .. from file in folder.OrderBy(file => file.Key, StringComparer.Ordinal)
            from slip in OfFiles
                .Keys.Select(kind => new Slip(file.Key, 0, kind))
                .Concat(
                    from line in Enumerable.Range(0, file.Value.TrimEnd('\n').Split('\n').Length)
                    from kind in OfLines.Keys
                    select new Slip(file.Key, line, kind)
                )
            select slip,
        ];

    /// <summary>The folder with the slip in it; as it is where an earlier slip took the file away.</summary>
    internal IReadOnlyDictionary<string, string> Made(IReadOnlyDictionary<string, string> folder)
    {
        var files = new Dictionary<string, string>(folder);
        if (!files.TryGetValue(File, out var text))
        {
            return files;
        }

        if (OfFiles.TryGetValue(Kind, out var change))
        {
            change(files, File);
            return files;
        }

        var lines = text.Split('\n').ToList();
        var at = Line % lines.Count;
        var changed = OfLines[Kind](lines[at]);
        lines.RemoveAt(at);
        lines.InsertRange(at, changed is null ? [] : [changed]);
        files[File] = string.Join('\n', lines);
        return files;
    }

    public override string ToString() => OfFiles.ContainsKey(Kind) ? $"{File} {Kind}" : $"{File}:{Line + 1} {Kind}";

    private static string Valued(string line, Func<string, string> change) =>
        line.LastIndexOf(": ", StringComparison.Ordinal) is >= 0 and var colon ? line[..(colon + 2)] + change(line[(colon + 2)..])
        : line.LastIndexOf("- ", StringComparison.Ordinal) is >= 0 and var dash ? line[..(dash + 2)] + change(line[(dash + 2)..])
        : line;

    private static void Move(Dictionary<string, string> files, string from, string to)
    {
        files[to] = files[from];
        files.Remove(from);
    }
}
