using Bernstein.Check.Requirements;

namespace Bernstein.Check.Reports;

/// <summary>Writes what was judged, in one format.</summary>
public interface IReport
{
    /// <summary>Writes the assessments of one folder or of several, in the order in which they were named.</summary>
    void Write(TextWriter output, IReadOnlyList<Assessment> assessments);
}
