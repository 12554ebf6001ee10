namespace Bernstein.Kubernetes.Yaml;

/// <summary>What a reader should know about a file or a part of it that could not be judged.</summary>
/// <param name="Location">Where.</param>
/// <param name="Message">One line: what it is, and what to do where something must be done.</param>
/// <param name="IsFault">
/// Whether it counts against <c>wiring.schema</c>: a manifest that cannot be read is a fault, a file that is no manifest is not.
/// </param>
public sealed record Remark(Location Location, string Message, bool IsFault)
{
    /// <summary>The same as a sentence about the file: <c>a.yaml is not YAML from line 3 on: a tab …</c></summary>
    public string Sentence =>
        $"{PlainText.OneLine(Location.File)} is {Message.Replace("from here on", $"from line {Location.Line} on", StringComparison.Ordinal)}";
}
