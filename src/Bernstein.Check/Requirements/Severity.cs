namespace Bernstein.Check.Requirements;

/// <summary>Where a requirement comes from.</summary>
public enum Severity
{
    /// <summary>The project was asked for it.</summary>
    Letter,

    /// <summary>It follows from the outcome: the pages must open, and no vote may be lost.</summary>
    Wiring,
}
