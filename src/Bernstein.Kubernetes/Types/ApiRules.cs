namespace Bernstein.Kubernetes.Types;

/// <summary>What the API server demands of fields and its OpenAPI does not say, as fields.yaml tells it with its sources.</summary>
public static class ApiRules
{
    internal static readonly Node Data = OwnData.Read("fields.yaml");

    /// <summary>Fields that must be there and of which the OpenAPI does not say so, by the types that have them.</summary>
    internal static readonly FieldTable<string[]> Required = Table("required", asked => asked.Split(' '));

    /// <summary>What a field that must be there usually holds.</summary>
    internal static readonly FieldTable<string> Usual = Table("usual", asked => asked);

    /// <summary>The field that belongs below another one in whose place its value is often written.</summary>
    internal static readonly FieldTable<string> Inner = Table("inner", asked => asked);

    /// <summary>The first minor version of Kubernetes 1 that knows a field, where it is younger than 1.24.</summary>
    internal static readonly FieldTable<int> Since = Table("since", int.Parse);

    /// <summary>Fields that the OpenAPI asks for and the API server does not.</summary>
    internal static readonly string[] MayBeAbsent = Data["optional"].Text!.Split(' ');

    private static readonly FieldTable<string[]> Choices = Table("choices", asked => asked.Split(' '));

    private static readonly FieldTable<long[]> Ranges = Table("ranges", asked => Array.ConvertAll(asked.Split(".."), long.Parse));

    private static readonly FieldTable<Look> Looks = Table("looks", LookOf);

    private static readonly FieldTable<Look> Names = Table("names", LookOf);

    private static readonly Look DnsName = Looks["IngressRule.host"]!;

    /// <summary>What the name of an object must look like: a DNS name, but for some kinds.</summary>
    public static Look NameOf(string kind) => Names[kind] ?? DnsName;

    /// <summary>What is asked of a field such as <c>PodSpec.restartPolicy</c> beyond its type; null where the value is so.</summary>
    internal static string? WhatIsAsked(string field, Scalar scalar) =>
        Choices.TryGet(field, scalar.Value, out var choices) && !choices.Contains(scalar.Value) ? $"one of {string.Join(", ", choices)}"
        : scalar.Type == ScalarType.Text && Looks.TryGet(field, scalar.Value, out var look) && !look.Pattern.IsMatch(scalar.Value)
            ? look.Words
        : Ranges.TryGet(field, out var range)
            ? scalar.Number < range[0] || scalar.Number > range[1] ? $"a whole number from {range[0]} to {range[1]}"
                : null
        : scalar.Number is < int.MinValue or > int.MaxValue ? "a whole number of 32 bits"
        : null;

    /// <summary>Whether a field may have some values only.</summary>
    internal static bool HasChoices(string field) => Choices.TryGet(field, out _);

    /// <summary>Whether a volume may be offered and asked for in a mode.</summary>
    public static bool IsAccessMode(string? mode) => Choices["PersistentVolumeSpec.accessModes"]!.Contains(mode);

    /// <summary>The value that a field may have and that is nearest to one; null where none is near, or the field may have any.</summary>
    internal static string? Nearest(string field, string value) =>
        Choices.TryGet(field, out var choices) && !choices.Contains(value) ? Spelling.Nearest(value, choices) : null;

    /// <summary>A name as a field may have it: in small letters, with - for what may not stand there; null where that is none either.</summary>
    internal static string? Valid(string field, string value) =>
        Looks.TryGet(field, out var look) && value.Length > 0 && !look.Pattern.IsMatch(value) ? Valid(look.Pattern, value) : null;

    /// <summary>The same by a pattern.</summary>
    internal static string? Valid(Regex pattern, string value)
    {
        var plain = new string([
            .. value.ToLowerInvariant().Select(letter => char.IsAsciiLetterOrDigit(letter) || letter == '.' ? letter : '-'),
        ]);
        return new[] { plain, plain.Replace('.', '-') }
            .SelectMany(name => new[] { name, name[..Math.Min(63, name.Length)], name[..Math.Min(15, name.Length)] })
            .Select(name => name.Trim('-', '.'))
            .FirstOrDefault(name => name.Length > 0 && name.Any(char.IsAsciiLetter) && pattern.IsMatch(name));
    }

    private static FieldTable<T> Table<T>(string section, Func<string, T> read)
        where T : notnull
    {
        var table = new FieldTable<T>();
        foreach (var (asked, fields) in Data[section].Entries)
        {
            table.Add(read(asked), fields.Text!);
        }

        return table;
    }

    private static Look LookOf(string asked) =>
        asked.Split(", ", 2) is [var pattern, var words] ? new Look(pattern, words) : throw new FormatException(asked);
}
