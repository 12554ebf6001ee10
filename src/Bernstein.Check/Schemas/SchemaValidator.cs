using System.Text.RegularExpressions;
using Bernstein.Check.Manifests;
using Bernstein.Check.Requirements;

namespace Bernstein.Check.Schemas;

/// <summary>Validates objects strictly: what is not in the schema is an error, because Kubernetes would drop it without a word.</summary>
public static partial class SchemaValidator
{
    /// <summary>Everything in an object that its API version does not allow. An explicit null counts as absent.</summary>
    /// <param name="found">The object.</param>
    /// <param name="kubernetes">
    /// The cluster's version: the oldest types that are not older are taken, where they know the kind, so that nothing that the
    /// cluster knows is refused. Whether it serves the API version is another matter. Null for the newest types that know the kind.
    /// </param>
    public static IEnumerable<Finding> Validate(KubernetesObject found, Version? kubernetes)
    {
        if (found.Root is not Mapping)
        {
            return [new Finding("the document is not an object", found.Root.Location)];
        }

        var missing = new[] { "apiVersion", "kind" }.Where(field => !found.Root[field].IsSet).ToArray();
        if (missing.Length > 0)
        {
            return missing.Select(field => new Finding($"the document has no {field}", found.Root.Location));
        }

        var key = $"{found.ApiVersion} {found.Kind}";
        var known = ApiTypes.All.Where(types => types.Kinds.ContainsKey(key)).ToArray();
        var api = known.LastOrDefault(types => kubernetes is not null && types.Version >= kubernetes) ?? known.FirstOrDefault();
        return api is null
            ? [UnknownKind(found)]
            : NameFindings(found).Concat(Object(api, api.Kinds[key], found.Root, found.ToString()));
    }

    private static Finding UnknownKind(KubernetesObject found)
    {
        var kinds = ApiTypes.All.SelectMany(types => types.Kinds.Keys).Distinct().Select(key => key.Split(' ')).ToArray();
        var versions = kinds.Where(kind => kind[1] == found.Kind).Select(kind => kind[0]).Distinct().ToArray();
        return versions.Length > 0
            ? new Finding($"there is no {found.Kind} in {found.ApiVersion}; it is in {string.Join(", ", versions)}", found.Root["apiVersion"].Location)
            : new Finding($"{found.Kind} of {found.ApiVersion} is no kind that Kubernetes has by itself{Suggestion(found.Kind, kinds.Select(kind => kind[1]))}", found.Root["kind"].Location);
    }

    private static IEnumerable<Finding> NameFindings(KubernetesObject found)
    {
        var name = found.Root.At("metadata.name");
        var (pattern, words) = ApiRules.NameOf(found.Kind);
        if (!name.IsSet)
        {
            yield return new Finding($"{found.Kind} has no metadata.name", found.Root.Location);
        }
        else if (name.Text is { } text && !pattern.IsMatch(text))
        {
            yield return new Finding($"metadata.name is {text}; asked for is {words}", name.Location);
        }
    }

    private static IEnumerable<Finding> Object(ApiTypes api, string typeName, Node node, string path)
    {
        var type = api.Types[typeName];
        var name = Generation().Replace(typeName.Split('.')[^1], "");
        var required = type.Required.Concat(ApiRules.Required.GetValueOrDefault(name, [])).Distinct();
        foreach (var field in required.Where(field => !node[field].IsSet || node[field] is Sequence { Items.Count: 0 }))
        {
            yield return new Finding($"{path} has no {field}", node.Location);
        }

        foreach (var finding in ObjectRules.Findings(name, node, path))
        {
            yield return finding;
        }

        foreach (var (field, value) in node.Entries)
        {
            if (!type.Fields.TryGetValue(field, out var fieldType))
            {
                yield return new Finding($"{path} has no field {field}{Suggestion(field, type.Fields.Keys)}", value.Location);
                continue;
            }

            foreach (var finding in Value(api, fieldType, value, $"{path}.{field}", $"{name}.{field}"))
            {
                yield return finding;
            }
        }
    }

    private static IEnumerable<Finding> Value(ApiTypes api, string type, Node node, string path, string rule)
    {
        if (!node.IsSet)
        {
            return [];
        }

        if (type.StartsWith("[]", StringComparison.Ordinal))
        {
            return node is Sequence
                ? node.Items.SelectMany((item, index) => Value(api, type[2..], item, $"{path}[{index}]", rule))
                : [Wrong(node, path, "a list")];
        }

        if (type.StartsWith("{}", StringComparison.Ordinal))
        {
            return node is Mapping
                ? node.Entries.SelectMany(entry => Value(api, type[2..], entry.Value, $"{path}.{entry.Key}", rule))
                : [Wrong(node, path, "a mapping")];
        }

        if (api.Types.ContainsKey(type))
        {
            return node is Mapping ? Object(api, type, node, Short(path)) : [Wrong(node, path, "a mapping")];
        }

        return type == "any" ? [] : Plain(type, node, path, rule);
    }

    private static IEnumerable<Finding> Plain(string type, Node node, string path, string rule)
    {
        var scalar = node as Scalar;
        var (fits, asked) = type switch
        {
            "string" => (scalar?.Type == ScalarType.Text, "a text (in quotes)"),
            "integer" => (scalar?.Type == ScalarType.Number, "a whole number"),
            "number" => (scalar?.Type is ScalarType.Number or ScalarType.Fraction, "a number"),
            "boolean" => (scalar?.Type == ScalarType.Boolean, "true or false"),
            "int-or-string" => (scalar?.Type is ScalarType.Number or ScalarType.Text, "a whole number or a text"),
            _ => (Quantity.Parse(scalar?.Text) is not null, "a quantity such as 128M or 250m"),
        };
        if (!fits)
        {
            yield return Wrong(node, path, asked);
        }
        else if (ApiRules.Choices.TryGetValue(rule, out var choices) && !choices.Contains(scalar!.Value))
        {
            yield return Wrong(node, path, $"one of {string.Join(", ", choices)}");
        }
        else if (ApiRules.Looks.TryGetValue(rule, out var look) && scalar is { Type: ScalarType.Text, Value.Length: > 0 } && !look.Pattern.IsMatch(scalar.Value))
        {
            yield return Wrong(node, path, look.Words);
        }
        else if (ApiRules.Ranges.TryGetValue(rule, out var range) && (scalar!.Number < range.Least || scalar.Number > range.Most))
        {
            yield return Wrong(node, path, $"a whole number from {range.Least} to {range.Most}");
        }
    }

    private static Finding Wrong(Node node, string path, string asked) =>
        new($"{Short(path)} is {Show(node)}; asked for is {asked}", node.Location);

    private static string Show(Node node) => node is Scalar { Type: ScalarType.Text } scalar && scalar.Value.Length <= 60
        ? $"the text \"{scalar.Value}\""
        : node.Text is { Length: <= 60 } text ? text : WorkloadRequirements.Show(node) is { Length: <= 60 } words ? words : "a long text";

    // The last part of a path says enough where the line is named too.
    private static string Short(string path) => string.Join('.', path.Split('.')[^Math.Min(3, path.Split('.').Length)..]);

    private static string Suggestion(string name, IEnumerable<string> known)
    {
        var nearest = known.Distinct().Select(other => (Other: other, Distance: Distance(name, other))).OrderBy(found => found.Distance).FirstOrDefault();
        return nearest.Other is not null && nearest.Distance <= Math.Max(1, name.Length / 4) ? $" (did you mean {nearest.Other}?)" : "";
    }

    /// <summary>How many letters must be changed, added or left out to make one word of another (Levenshtein); case counts for nothing.</summary>
    private static int Distance(string one, string other)
    {
        var row = Enumerable.Range(0, other.Length + 1).ToArray();
        for (var i = 1; i <= one.Length; i++)
        {
            var (diagonal, left) = (row[0], i);
            row[0] = i;
            for (var j = 1; j <= other.Length; j++)
            {
                var cost = char.ToLowerInvariant(one[i - 1]) == char.ToLowerInvariant(other[j - 1]) ? 0 : 1;
                left = Math.Min(Math.Min(row[j] + 1, left + 1), diagonal + cost);
                (diagonal, row[j]) = (row[j], left);
            }
        }

        return row[^1];
    }

    [GeneratedRegex("^(Core|Rbac|Storage)?V[0-9]+((alpha|beta)[0-9]+)?")]
    private static partial Regex Generation();
}
