namespace Bernstein.Kubernetes.Yaml;

/// <summary>How something that was found is put right.</summary>
/// <param name="Sentence">For people: what to do, and what to think of.</param>
/// <param name="Edits">The same as changes of the files; none where only a person can tell what is meant.</param>
/// <remarks>Two findings with the same edits have the same cause.</remarks>
public sealed record Mend(string Sentence, IReadOnlyList<Edit> Edits)
{
    /// <summary>A mend of one edit or more; null stands for what is right already.</summary>
    public static Mend Of(string sentence, params IEnumerable<Edit?> edits) => new(sentence, [.. edits.OfType<Edit>().Distinct()]);
}
