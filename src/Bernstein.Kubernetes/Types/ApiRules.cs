using System.Collections.Concurrent;

namespace Bernstein.Kubernetes.Types;

/// <summary>What a text must look like: the name of its pattern, and the same in words, as the end of a sentence.</summary>
internal sealed record Look(string Name, string Words)
{
    internal Regex Pattern => ApiRules.Pattern(Name);
}

/// <summary>What the API server demands of fields and its OpenAPI does not say, as fields.yaml tells it with its sources.</summary>
public static partial class ApiRules
{
    internal static readonly Node Data = YamlReader.Own("fields.yaml");

    /// <summary>Fields that must be there and of which the OpenAPI does not say so, by the types that have them.</summary>
    internal static readonly Dictionary<string, string[]> Required = Table("required", asked => asked.Split(' '));

    /// <summary>What a field that must be there usually holds.</summary>
    internal static readonly Dictionary<string, string> Usual = Table("usual", asked => asked);

    /// <summary>The field that belongs below another one in whose place its value is often written.</summary>
    internal static readonly Dictionary<string, string> Inner = Table("inner", asked => asked);

    /// <summary>The first minor version of Kubernetes 1 that knows a field, where it is younger than 1.24.</summary>
    internal static readonly Dictionary<string, int> Since = Table("since", int.Parse);

    /// <summary>Fields that the OpenAPI asks for and the API server does not.</summary>
    internal static readonly string[] MayBeAbsent = Data["optional"].Text!.Split(' ');

    private static readonly Dictionary<string, string[]> Choices = Table("choices", asked => asked.Split(' '));

    private static readonly Dictionary<string, long[]> Ranges = Table("ranges", asked => Array.ConvertAll(asked.Split(".."), long.Parse));

    private static readonly Dictionary<string, Look> Looks = Table("looks", LookOf);

    private static readonly Dictionary<string, Look> Names = Table("names", LookOf);

    private static readonly ConcurrentDictionary<string, Regex> Patterns = new();

    /// <summary>Whether an object of a kind may have a name: a DNS name, but for some kinds.</summary>
    public static bool IsName(string kind, string name) => NameOf(kind).Pattern.IsMatch(name);

    internal static Look NameOf(string kind) => Names.GetValueOrDefault(kind) ?? Looks["IngressRule.host"];

    /// <summary>What names, addresses and other texts of the API look like.</summary>
    internal static Regex Pattern(string name) => Patterns.GetOrAdd(name, _ => new Regex(Whole(name)));

    /// <summary>What is asked of a field such as <c>PodSpec.restartPolicy</c> beyond its type; null where the value is so.</summary>
    internal static string? WhatIsAsked(string field, Scalar scalar) =>
        Choices.TryGetValue(Key(field, scalar.Value), out var choices) && !choices.Contains(scalar.Value)
            ? $"one of {string.Join(", ", choices)}"
        : scalar.Type == ScalarType.Text && Looks.TryGetValue(Key(field, scalar.Value), out var look) && !look.Pattern.IsMatch(scalar.Value)
            ? look.Words
        : Ranges.TryGetValue(field, out var range)
            ? scalar.Number < range[0] || scalar.Number > range[1] ? $"a whole number from {range[0]} to {range[1]}"
                : null
        : scalar.Number is < int.MinValue or > int.MaxValue ? "a whole number of 32 bits"
        : null;

    /// <summary>Whether a field may have some values only.</summary>
    internal static bool HasChoices(string field) => Choices.ContainsKey(field);

    /// <summary>Whether a volume may be offered and asked for in a mode.</summary>
    public static bool IsAccessMode(string? mode) => Choices["PersistentVolumeSpec.accessModes"].Contains(mode);

    /// <summary>The value that a field may have and that is nearest to one; null where none is near, or the field may have any.</summary>
    internal static string? Nearest(string field, string value) =>
        Choices.TryGetValue(field, out var choices) && !choices.Contains(value) ? Spelling.Nearest(value, choices) : null;

    /// <summary>A name as a field may have it: in small letters, with - for what may not stand there; null where that is none either.</summary>
    internal static string? Valid(string field, string value) =>
        Looks.TryGetValue(field, out var look) && value.Length > 0 && !look.Pattern.IsMatch(value) ? Valid(look.Pattern, value) : null;

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

    // To the API server an empty text is an absent field, of which nothing is asked, but where a ! stands behind the field.
    private static string Key(string field, string value) => value.Length > 0 ? field : $"{field}!";

    private static Dictionary<string, T> Table<T>(string section, Func<string, T> read)
    {
        var table = new Dictionary<string, T>();
        foreach (var (asked, fields) in Data[section].Entries)
        {
            var value = read(asked);
            foreach (var field in fields.Text!.Split(' '))
            {
                table.Add(field.TrimEnd('!'), value);
                _ = field.EndsWith('!') && table.TryAdd(field, value);
            }
        }

        return table;
    }

    // With the patterns that it names.
    private static string Whole(string name) => Named.Replace(Data["patterns"][name].Text!, named => Whole(named.Groups[1].Value));

    private static Look LookOf(string asked) =>
        asked.Split(", ", 2) is [var pattern, var words] ? new Look(pattern, words) : throw new FormatException(asked);

    [GeneratedRegex("<([A-Z][A-Za-z0-9]+)>")]
    private static partial Regex Named { get; }
}
