namespace Bernstein.Check;

/// <summary>Judges what was named on the command line, one by one. Whatever is found there, the answer says what became of it.</summary>
/// <param name="Input">Opens standard input, which <see cref="StandardInput"/> names.</param>
/// <param name="IsSpread">Whether each document is taken for that of the flat file it belongs to.</param>
/// <param name="KubernetesVersion">The version of the cluster; null where none was given.</param>
/// <param name="Asked">The requirements.</param>
internal sealed record HandIn(Func<Stream> Input, bool IsSpread, Version? KubernetesVersion, IReadOnlyList<Requirement> Asked)
{
    /// <summary>The name by which standard input is asked for.</summary>
    internal const string StandardInput = "-";

    // Some requirements can be asked of any manifests.
    private bool IsDeployment => Asked.Any(requirement => !requirement.IsForAnyManifests);

    internal Answer Judge(string path)
    {
        try
        {
            var folder = Read(path);
            return WhyNot(folder) is { } reason
                ? new Answer(folder.Path, null, PlainText.ShortLine(reason))
                : new Answer(folder.Path, Assess(folder), null);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return new Answer(path, null, PlainText.ShortLine(exception.Message));
        }
    }

    internal ManifestFolder Read(string path) =>
        path == StandardInput ? ManifestFolder.Read(Input(), "standard input") : FlatFiles.Read(path);

    internal Assessment Assess(ManifestFolder folder) =>
        Assessment.Of(
            IsDeployment ? Submission.Of(folder, IsSpread, KubernetesVersion) : Submission.AsItIs(folder, KubernetesVersion),
            Asked
        );

    // A folder without any object is no hand-in that fails 88 times: something else was named, or nothing in it can be read.
    internal string? WhyNot(ManifestFolder folder)
    {
        if (folder.Objects.Count > 0)
        {
            return IsDeployment ? ClassFolder.WhyNot(folder) : null;
        }

        var remarks = folder.Remarks.OrderByDescending(remark => remark.IsFault).ToArray();
        var more = remarks.Length > 1 ? $" (and {remarks.Length - 1} more)" : "";
        return remarks is not [{ Location: var place } first, ..]
                ? ManifestFolder.ArchivesIn(folder.Path) ?? $"there is no .yaml, .yml or .json file in {folder.Path}"
            : folder.IsFolder ? $"there is no Kubernetes object in {folder.Path}: {first.Shown()}{more}"
            : $"there is no Kubernetes object in {folder.Path}, line {place.Line}: {first.Message}{more}";
    }
}
