namespace Bernstein.Kubernetes.Manifests;

/// <summary>What one file holds.</summary>
/// <param name="Path">Its path below the folder that is judged, with <c>/</c> between its parts.</param>
/// <param name="Objects">The Kubernetes objects in it, those of its <c>List</c>s among them, in order.</param>
/// <param name="Remarks">What in it could not be judged.</param>
public sealed record ManifestFile(string Path, IReadOnlyList<KubernetesObject> Objects, IReadOnlyList<Remark> Remarks)
{
    /// <summary>Its text, which mends are made in; empty where it was not read.</summary>
    public string Text { get; init; } = "";

    /// <summary>Whether a byte-order mark of UTF-8 stands before its text.</summary>
    public bool HasMark { get; init; }

    /// <summary>Why what it holds, or what it holds from a line on, is not known; null where all of it is.</summary>
    public Remark? Unread { get; init; }

    /// <summary>A file of which nothing is judged because it is too large: that protects the judge, and is no fault of the file.</summary>
    internal static ManifestFile TooMuch(string path, string reason) =>
        LeftOut(path, reason, isFault: false) is var file ? file with { Unread = file.Remarks[0] } : file;

    /// <summary>A file of which nothing is judged, and whether it was meant to be.</summary>
    internal static ManifestFile LeftOut(string path, string reason, bool isFault = true, int line = 1)
    {
        var remark = new Remark(new Location(path, line), $"left out: {reason}", isFault);
        return new(path, [], [remark]) { Unread = isFault ? remark : null };
    }
}
