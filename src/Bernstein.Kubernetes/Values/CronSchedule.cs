namespace Bernstein.Kubernetes.Values;

/// <summary>Times at which a CronJob runs: what the parser of Kubernetes (robfig/cron) takes.</summary>
internal static partial class CronSchedule
{
    private static readonly (int Least, int Most, string[] Names)[] Fields =
    [
        (0, 59, []),
        (0, 23, []),
        (1, 31, []),
        (1, 12, ["", .. "jan feb mar apr may jun jul aug sep oct nov dec".Split(' ')]),
        (0, 6, "sun mon tue wed thu fri sat".Split(' ')),
    ];

    internal static bool IsValid(string schedule)
    {
        var text = Zone.Replace(schedule, "").Trim();
        if (text.StartsWith('@'))
        {
            return Descriptor.IsMatch(text);
        }

        var fields = text.Split([' ', '\t'], StringSplitOptions.RemoveEmptyEntries);
        return fields.Length == Fields.Length
            && fields.Zip(Fields).All(pair => pair.First.Split(',').All(part => IsValid(part, pair.Second)));
    }

    // A value, a range or all, with a step.
    private static bool IsValid(string part, (int Least, int Most, string[] Names) field)
    {
        var (range, step) = part.Split('/') switch
        {
            [var all] => (all, 1),
            [var all, var every] => (all, Number(every)),
            _ => ("", null),
        };
        var ends = range.Split('-');
        var (first, last) = (Number(ends[0], field.Names), Number(ends[^1], field.Names));
        var isRange = ends.Length <= 2 && first >= field.Least && last <= field.Most && first <= last;
        return step is not (null or 0) && (ends[0] is "*" or "?" || isRange);
    }

    private static int? Number(string text, params string[] names) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number
        : text.Length > 0 && Array.IndexOf(names, text.ToLowerInvariant()) is var index and >= 0 ? index
        : null;

    [GeneratedRegex(@"^(CRON_)?TZ=\S+ +")]
    private static partial Regex Zone { get; }

    [GeneratedRegex(@"^@(yearly|annually|monthly|weekly|daily|midnight|hourly|every ([0-9.]+(ns|us|µs|ms|s|m|h))+)$")]
    private static partial Regex Descriptor { get; }
}
