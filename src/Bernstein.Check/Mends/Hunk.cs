using DiffPlex;
using DiffPlex.Chunkers;
using DiffPlex.Model;

namespace Bernstein.Check.Mends;

/// <summary>Lines of a file that change together, each with its line end.</summary>
/// <param name="Location">The first line that changes, in the file as it was; of lines that are only added, the one that they stand before.</param>
/// <param name="Removed">The lines that are taken out.</param>
/// <param name="Added">The lines that take their place.</param>
public sealed record Hunk(Location Location, IReadOnlyList<string> Removed, IReadOnlyList<string> Added)
{
    private static readonly CustomFunctionChunker Chunker = new(Lines);

    /// <summary>The lines of a text, each with its line end.</summary>
    public static string[] Lines(string text)
    {
        var lines = text.Split('\n');
        return [.. lines[..^1].Select(line => line + "\n"), .. lines[^1].Length > 0 ? new[] { lines[^1] } : []];
    }

    /// <summary>What changes between two texts of a file, of which the first may be empty.</summary>
    internal static IEnumerable<Hunk> Between(string file, string before, string after)
    {
        var diff = Diff(before, after);
        return from block in diff.DiffBlocks
            let removed = diff.PiecesOld.Skip(block.DeleteStartA).Take(block.DeleteCountA)
            let added = diff.PiecesNew.Skip(block.InsertStartB).Take(block.InsertCountB)
            select new Hunk(new Location(file, block.DeleteStartA + 1), [.. removed], [.. added]);
    }

    /// <summary>The same as blocks: lines that take the place of as many others one by one.</summary>
    internal static DiffResult Diff(string before, string after)
    {
        var diff = Differ.Instance.CreateDiffs(before, after, ignoreWhiteSpace: false, ignoreCase: false, Chunker);
        var blocks = diff.DiffBlocks.SelectMany(block =>
            block.DeleteCountA == block.InsertCountB
                ? Enumerable
                    .Range(0, block.DeleteCountA)
                    .Select(at => new DiffBlock(block.DeleteStartA + at, 1, block.InsertStartB + at, 1))
                : [block]
        );
        return new(diff.PiecesOld, diff.PiecesNew, [.. blocks]);
    }

    /// <summary>Whether it reaches to the lines of another one of its file.</summary>
    internal bool Touches(Hunk other)
    {
        // Lines that are only added touch the one that they stand before, and the one above it.
        var beside = Removed.Count == 0 || other.Removed.Count == 0 ? 1 : 0;
        return Location.File == other.Location.File
            && Location.Line < other.Location.Line + other.Removed.Count + beside
            && other.Location.Line < Location.Line + Removed.Count + beside;
    }

    /// <summary>How many lines it is away from another one.</summary>
    internal int Away(Hunk other) => Location.File == other.Location.File ? Math.Abs(Location.Line - other.Location.Line) : int.MaxValue;

    /// <summary>The two as one, where the other follows at once; null where it does not.</summary>
    internal Hunk? With(Hunk other) =>
        Location.File == other.Location.File && Removed.Count > 0 && Location.Line + Removed.Count == other.Location.Line
            ? new Hunk(Location, [.. Removed, .. other.Removed], [.. Added, .. other.Added])
            : null;
}
