namespace Bernstein.Kubernetes.Types;

/// <summary>What a text must look like, for the judge and for people.</summary>
/// <param name="Name">The name of its pattern.</param>
/// <param name="Words">What is asked for, as the end of a sentence.</param>
public sealed record Look(string Name, string Words)
{
    /// <summary>What it matches as a whole.</summary>
    public Regex Pattern => Patterns.Of(Name);
}
