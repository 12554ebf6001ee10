namespace Bernstein.Check;

/// <summary>Which requirements make the judge exit with 1 where they do not hold.</summary>
internal enum FailOn
{
    /// <summary>Every one.</summary>
    Any,

    /// <summary>Those of the specification, which 1.0 called <c>letter</c>.</summary>
    Specification,

    /// <summary>None: it reports, and leaves the decision to the reader of the report.</summary>
    Nothing,
}
