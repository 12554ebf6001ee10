namespace Bernstein.Check.Reports;

/// <summary>Writes what was judged, in one format.</summary>
public interface IReport
{
    /// <summary>Writes the answers to what was named, in that order: what could not be judged has its place as what was judged has.</summary>
    void Write(TextWriter output, IReadOnlyList<Answer> answers);
}
