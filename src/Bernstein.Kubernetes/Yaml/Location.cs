namespace Bernstein.Kubernetes.Yaml;

/// <summary>A place in a manifest file, as a person looks it up in an editor.</summary>
/// <param name="File">The file's path below the folder that is judged, with <c>/</c> between its parts.</param>
/// <param name="Line">The line, counted from 1.</param>
public sealed record Location(string File, int Line)
{
    /// <summary><c>poll.deployment.yaml:12</c></summary>
    public override string ToString() => $"{PlainText.OneLine(File)}:{Line}";
}
