namespace Bernstein.Check;

/// <summary>Which requirements make the judge end with exit code 1 where they do not hold.</summary>
internal enum FailOn
{
    /// <summary>Every one.</summary>
    Any,

    /// <summary>Those that the project was asked for.</summary>
    Letter,

    /// <summary>None: it reports, and leaves the decision to whoever reads the report.</summary>
    Nothing,
}
