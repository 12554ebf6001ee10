namespace Bernstein.Kubernetes.Yaml;

/// <summary>One place where a requirement does not hold.</summary>
/// <param name="Message">What was found and what was expected.</param>
/// <param name="Location">Where; null where there is no place to name, such as a file that is missing.</param>
public sealed record Finding(string Message, Location? Location = null)
{
    /// <summary>How it is put right, where what was found tells it.</summary>
    public Mend? Mend { get; init; }

    /// <summary>Whether what is missing may stand in a file that was not named.</summary>
    public bool MayBeElsewhere { get; init; }

    /// <summary>What was found and what was expected, in one line of bounded length, whatever the manifests hold.</summary>
    public string Message { get; } = PlainText.ShortLine(Message);
}
