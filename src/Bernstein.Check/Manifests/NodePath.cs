namespace Bernstein.Check.Manifests;

/// <summary>Splits the paths that name a value in a document.</summary>
internal static class NodePath
{
    /// <summary>A step down: into a mapping by key, or into a sequence by index.</summary>
    internal readonly record struct Step(string Key, int? Index);

    internal static IEnumerable<Step> Parse(string path)
    {
        foreach (var part in path.Split('.', StringSplitOptions.RemoveEmptyEntries))
        {
            var pieces = part.Split('[', ']');
            if (pieces[0].Length > 0)
            {
                yield return new Step(pieces[0], null);
            }

            for (var piece = 1; piece < pieces.Length; piece += 2)
            {
                yield return new Step("", int.Parse(pieces[piece], System.Globalization.CultureInfo.InvariantCulture));
            }
        }
    }
}
