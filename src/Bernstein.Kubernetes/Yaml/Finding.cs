namespace Bernstein.Kubernetes.Yaml;

/// <summary>One place where a requirement does not hold.</summary>
/// <param name="Message">What was found and what was expected.</param>
/// <param name="Location">Where; null where there is no place to name, such as a file that is missing.</param>
public sealed record Finding(string Message, Location? Location = null)
{
    private readonly Lazy<Mend?>? _mend;

    /// <summary>How it is put right, where what was found tells it.</summary>
    public Mend? Mend => _mend?.Value;

    /// <summary>Makes <see cref="Mend"/> when somebody asks for it.</summary>
    public Func<Mend?>? MendBy
    {
        init => _mend = value is null ? null : new(value);
    }

    /// <summary>The path of the field in its object, as <see cref="Node.At"/> takes it; empty where none is meant.</summary>
    public string Path { get; init; } = "";

    /// <summary>Whether what is missing may stand in a file that was not named.</summary>
    public bool MayBeElsewhere { get; init; }

    /// <summary>Whether it only says that a file can't be read: whether the requirement holds is not known then.</summary>
    public bool IsUnread { get; init; }

    /// <summary>What was found and what was expected, in one line of bounded length, whatever the manifests hold.</summary>
    public string Message { get; } = PlainText.ShortLine(Message);
}
