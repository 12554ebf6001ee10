using System.IO.Enumeration;

namespace Bernstein.Check.Why;

/// <summary>Why a part of a manifest is there that no requirement asks for.</summary>
/// <param name="File">The files in which it is, with <c>*</c> for any characters.</param>
/// <param name="Paths">The kind of the object and the path in it, with <c>*</c> for any characters: <c>*.spec.enableServiceLinks</c>.</param>
/// <param name="Sentence">The reason, in one sentence.</param>
/// <param name="Decision">The page of docs/decisions that says more.</param>
public sealed record Reason(string File, IReadOnlyList<string> Paths, string Sentence, string Decision)
{
    private static readonly Lazy<IReadOnlyList<Reason>> Table = new(Read);

    /// <summary>Every reason.</summary>
    public static IReadOnlyList<Reason> All => Table.Value;

    /// <summary>The reason for a part; null for none.</summary>
    public static Reason? For(WrittenPart part) =>
        All.FirstOrDefault(reason => Matches(reason.File, part.Of.File) && reason.Paths.Any(path => Matches(path, $"{part}")));

    private static bool Matches(string pattern, string name) => FileSystemName.MatchesSimpleExpression(pattern, name, ignoreCase: false);

    private static IReadOnlyList<Reason> Read() =>
        [
            .. Resource
                .Rows("reasons.yaml")
                .Select(row => new Reason(row["file"].Text ?? "*", row["path"].Texts(), row["reason"].Text!, row["decision"].Text!)),
        ];
}
