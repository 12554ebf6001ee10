using Bernstein.Check.Manifests;

namespace Bernstein.Check.Requirements;

/// <summary>One place where a requirement does not hold.</summary>
/// <param name="Message">What was found and what was expected, in one line.</param>
/// <param name="Location">Where; null where there is no place to name, such as a file that is missing.</param>
public sealed record Finding(string Message, Location? Location = null);
