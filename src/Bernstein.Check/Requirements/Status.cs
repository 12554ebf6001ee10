namespace Bernstein.Check.Requirements;

/// <summary>Whether a requirement holds.</summary>
public enum Status
{
    /// <summary>It holds.</summary>
    Pass,

    /// <summary>It does not hold.</summary>
    Fail,

    /// <summary>Nothing was left to judge it on.</summary>
    NotJudged,
}
