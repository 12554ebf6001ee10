namespace Bernstein.Check.Requirements;

/// <summary>Where a requirement comes from.</summary>
public enum Severity
{
    /// <summary>The project was asked for it.</summary>
    Specification,

    /// <summary>It follows from the outcome: the pages must open, and no vote may be lost.</summary>
    Wiring,

    /// <summary>What is asked of a deployment that strangers vote with, beyond the specification: only where it is asked for.</summary>
    Production,
}
