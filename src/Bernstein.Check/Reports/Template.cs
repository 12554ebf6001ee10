namespace Bernstein.Check.Reports;

/// <summary>
/// A page with holes, as Mustache has them: in <c>{{name}}</c> comes a text, and in <c>{{&amp;name}}</c> one that needs no escape; what stands
/// between <c>{{#name}}</c> and <c>{{/name}}</c> is there for each item of a list, or where there is something. An item knows what is around it.
/// </summary>
internal sealed partial class Template(string text, Func<string, string> escape)
{
    private readonly string _text = OwnLine().Replace(text, "$1");

    internal string Filled(Fields fields) => Filled(_text, [fields]);

    private string Filled(string text, Fields[] around) => Hole().Replace(text, hole => Filled(hole, around));

    private string Filled(Match hole, Fields[] around)
    {
        var (name, kind, part) = (hole.Groups["name"].Value, hole.Groups["kind"].Value, hole.Groups["part"].Value);
        var value = around.First(fields => fields.ContainsKey(name))[name];
        return value is IEnumerable<Fields> items ? string.Concat(items.Select(item => Filled(part, [item, .. around])))
            : kind == "#" ? (value is null or false or 0 ? "" : Filled(part, around))
            : kind == "&" ? $"{value}"
            : escape($"{value}");
    }

    [GeneratedRegex(
        @"\{\{(?<kind>#)(?<name>\w+)\}\}(?<part>.*?)\{\{/\k<name>\}\}|\{\{(?<kind>&?)(?<name>\w+)\}\}",
        RegexOptions.Singleline
    )]
    private static partial Regex Hole();

    // Where nothing else stands in a line, it is none of the page.
    [GeneratedRegex(@"^((?:\{\{[#/]\w+\}\})+)\n", RegexOptions.Multiline)]
    private static partial Regex OwnLine();
}

/// <summary>What comes into the holes of a template, by their names; a list is of such fields.</summary>
internal sealed class Fields(params IEnumerable<(string, object?)> fields) : Dictionary<string, object?>(fields.ToDictionary());
