namespace Bernstein.Check.Kubernetes;

/// <summary>Where a value stands in an object: written out only where a message names it, since most are right.</summary>
/// <param name="Above">What it stands in; null for the object itself.</param>
/// <param name="Step">The key that leads to it, or the object's own name.</param>
/// <param name="Index">Of an item of a list, its place, counted from 0.</param>
internal sealed record Place(Place? Above, string Step, int? Index = null)
{
    private string Path =>
        Above is null ? Step
        : Index is { } index ? $"{Above.Path}[{index}]"
        : $"{Above.Path}.{Step}";

    /// <summary>The last three steps, which say enough where the line is named too; the object's own name whole.</summary>
    public override string ToString() => Above is null ? Step : string.Join('.', Path.Split('.').TakeLast(3));
}
