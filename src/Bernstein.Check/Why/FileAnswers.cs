namespace Bernstein.Check.Why;

/// <summary>A file with what asks for each part of it.</summary>
/// <param name="File">What it holds.</param>
/// <param name="Objects">Its objects.</param>
/// <param name="Before">The folder that it stands in, judged.</param>
public sealed record FileAnswers(ManifestFile File, IReadOnlyList<AskedPart> Objects, Assessment Before)
{
    /// <summary>Every part of every object, from top to bottom.</summary>
    public IReadOnlyList<AskedPart> Parts { get; } = [.. Objects.SelectMany(root => root.WithAllBelow())];

    /// <summary>The values that nothing asks for, and the blocks with all that is in them, each once.</summary>
    public IEnumerable<AskedPart> Unasked =>
        Objects.Concat(Parts.Where(part => part.IsAsked).SelectMany(part => part.Below)).Where(part => !part.IsAsked);

    /// <summary>The reasons of what no requirement asks for, in the order in which they are met, each with its letter on the page.</summary>
    internal IReadOnlyDictionary<Reason, char> Letters { get; } =
        Objects
            .SelectMany(root => root.WithAllBelow())
            .Select(part => part.Reason)
            .OfType<Reason>()
            .Distinct()
            .Select((reason, at) => (reason, (char)('a' + at)))
            .ToDictionary();

    /// <summary>The requirements, in their order.</summary>
    internal IEnumerable<Requirement> Judged => Before.Outcomes.Select(outcome => outcome.Requirement);

    /// <summary>What fails in this file.</summary>
    internal IReadOnlyList<(Requirement Requirement, Finding Finding)> Faults { get; } = [.. FaultsOf(File, Before)];

    internal static IEnumerable<(Requirement Requirement, Finding Finding)> FaultsOf(ManifestFile file, Assessment before) =>
        from failure in before.Failures
        from finding in failure.Verdict.Findings
        where finding.Location?.File == file.Path
        select (failure.Requirement, finding);
}
