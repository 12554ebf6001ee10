namespace Bernstein.Kubernetes.Tests.Rules;

/// <summary>What a compiler would say of methods: the rows of data name what is there.</summary>
public sealed class TypeRulesTests
{
    private static readonly ILookup<string, ApiType> Types = ApiTypes.All.SelectMany(api => api.Types.Values).ToLookup(type => type.Name);

    private static readonly string[] Tables = ["usual", "inner", "since", "choices", "ranges", "looks"];

    // What a Secret may hold and a ConfigMap may not, and the reverse, is judged in both.
    private static readonly string[] OfTheOther = ["ConfigMap.stringData", "Secret.binaryData"];

    [Test]
    public void A_rule_is_of_a_type_and_of_its_fields() =>
        (
            from type in YamlReader.Own("rules.yaml").Entries
            from row in type.Value.Items.Concat(type.Value.Items.SelectMany(item => item["first of"].Items))
            from path in Paths(row)
            where !IsField(type.Key, Edit.Steps(path)[0]) && !OfTheOther.Contains($"{type.Key}.{path}")
            select $"{type.Key}.{path}"
        ).ShouldBeEmpty();

    [Test]
    public void What_is_written_is_a_rule() =>
        YamlReader
            .Own("rules.yaml")
            .Entries.SelectMany(type => TypeRules.Findings(type.Key, Scalar.Quoted(type.Value.Location, "")))
            .ShouldNotBeEmpty();

    [Test]
    public void What_is_asked_is_asked_of_fields() =>
        (
            from table in Tables
            from row in ApiRules.Data[table].Entries
            from field in row.Value.Text!.Split(' ')
            where field.TrimEnd('!').Split('.') is not [var type, var name] || !IsField(type, name)
            select field
        ).ShouldBeEmpty();

    private static bool IsField(string type, string name) => Types[type].Any(found => found.Fields.ContainsKey(name));

    // Those of an item are not of the type.
    private static IEnumerable<string> Paths(Node row) =>
        (row["if"].Text ?? "")
            .Split(" and ")
            .Select(part => part.Split(' ')[0])
            .SelectMany(path => path.Replace("count(", "", StringComparison.Ordinal).TrimEnd(')').Split(','))
            .Concat(row["each"].IsSet ? [] : new[] { row["at"].Text, row["remove"].Text })
            .Concat([row["each"].Text, row["each entry of"].Text, row["within"].Text])
            .OfType<string>()
            .Where(path => path is not ("" or "it"));
}
