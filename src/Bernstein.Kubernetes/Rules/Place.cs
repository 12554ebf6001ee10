using Bernstein.Kubernetes.Yaml;

namespace Bernstein.Kubernetes.Rules;

/// <summary>Where a value stands in an object: written out only where a message or a mend names it, since most are right.</summary>
/// <param name="Above">What it stands in; null for the object itself.</param>
/// <param name="Step">The key that leads to it, or the object's own name.</param>
/// <param name="Index">Of an item of a list, its place, counted from 0.</param>
internal sealed record Place(Place? Above, string Step, int? Index = null)
{
    /// <summary>The object.</summary>
    internal Node? Root { get; init; } = Above?.Root;

    /// <summary>Where in the object, as an <see cref="Edit"/> says it.</summary>
    internal string Path =>
        Above is null ? ""
        : Index is { } index ? $"{Above.Path}[{index}]"
        : Edit.Below(Above.Path, Step);

    private string Shown =>
        Above is null ? Step
        : Index is { } index ? $"{Above.Shown}[{index}]"
        : $"{Above.Shown}.{Step}";

    /// <summary>The last three steps, which say enough where the line is named too; the object's own name whole.</summary>
    public override string ToString() => Above is null ? Step : string.Join('.', Shown.Split('.').TakeLast(3));

    /// <summary>The mend that writes a value below this place; with an empty key, in its own place.</summary>
    internal Mend? Set(string below, string value) =>
        Root is null ? null : Mend.Of($"Write {Name(below)}: {value}", Edit.Set(Root, At(below), value));

    /// <summary>The mend that takes out what stands below this place; with an empty key, what stands here.</summary>
    internal Mend? Remove(string below) => Root is null ? null : Mend.Of($"Remove {Name(below)}.", Edit.Remove(Root, At(below)));

    /// <summary>The mend that gives a key below this place another name.</summary>
    internal Mend? Rename(string below, string key) =>
        Root is null ? null : Mend.Of($"Write {key} for {below}.", Edit.Rename(Root, At(below), key));

    private string Name(string below) =>
        below.Length > 0 ? below
        : Index is null ? Step
        : ToString();

    private string At(string below) =>
        below.Length == 0 ? Path
        : below[0] == '[' || Path.Length == 0 ? Path + below
        : $"{Path}.{below}";
}
