using Bernstein.Check.Manifests;
using Bernstein.Check.Requirements;

namespace Bernstein.Check.Schemas;

/// <summary>Validates objects strictly: what is not in the schema is an error, because Kubernetes would drop it without a word.</summary>
public sealed class SchemaValidator
{
    private readonly ApiTypes _api;
    private readonly List<Finding> _findings = [];

    private SchemaValidator(ApiTypes api) => _api = api;

    /// <summary>Everything in an object that its API version does not allow. An explicit null counts as absent.</summary>
    /// <param name="found">The object.</param>
    /// <param name="kubernetes">
    /// The cluster's version: the oldest types that are not older are taken, where they know the kind, so that nothing that the
    /// cluster knows is refused. Whether it serves the API version is another matter. Null for the newest types that know the kind.
    /// </param>
    /// <param name="custom">The kinds that CustomResourceDefinitions beside it define, from <see cref="CustomKinds.Of"/>: of an object of theirs the name alone is judged.</param>
    public static IEnumerable<Finding> Validate(KubernetesObject found, Version? kubernetes, IReadOnlySet<string> custom)
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
        var api = ApiTypes.For(kubernetes).FirstOrDefault(types => types.Kinds.ContainsKey(key));
        if (api is null)
        {
            return custom.Contains(key) ? NameFindings(found) : [UnknownKind(found)];
        }

        var validator = new SchemaValidator(api);
        validator._findings.AddRange(NameFindings(found));
        validator.CheckObject(api.Kinds[key], found.Root, new Place(null, found.ToString()));
        return validator._findings;
    }

    private static Finding UnknownKind(KubernetesObject found)
    {
        var kinds = ApiTypes.All.SelectMany(types => types.Kinds.Keys).Distinct().Select(key => key.Split(' ')).ToArray();
        var versions = kinds.Where(kind => kind[1] == found.Kind).Select(kind => kind[0]).Distinct().ToArray();
        return versions.Length > 0
            ? new Finding(
                $"there is no {found.Kind} in {found.ApiVersion}; it is in {string.Join(", ", versions)}",
                found.Root["apiVersion"].Location
            )
            : new Finding(
                $"{found.Kind} of {found.ApiVersion} is no kind that Kubernetes has by itself{Suggestion(found.Kind, kinds.Select(kind => kind[1]))}",
                found.Root["kind"].Location
            );
    }

    private static IEnumerable<Finding> NameFindings(KubernetesObject found)
    {
        var name = found.Root.At("metadata.name");
        var (pattern, words) = ApiRules.NameOf(found.Kind);
        return !name.IsSet ? [new Finding($"{found.Kind} has no metadata.name", found.Root.Location)]
            : name.Text is { } text && !pattern.IsMatch(text)
                ? [new Finding($"metadata.name is {text}; asked for is {words}", name.Location)]
            : [];
    }

    private void CheckObject(string typeName, Node node, Place place)
    {
        var type = _api.Types[typeName];
        foreach (var field in type.Required)
        {
            if (!node[field].IsSet || node[field] is Sequence { Items.Count: 0 })
            {
                _findings.Add(new Finding($"{place} has no {field}", node.Location));
            }
        }

        _findings.AddRange(ObjectRules.Findings(type.Name, node, place));
        foreach (var (field, value) in node.Entries)
        {
            if (type.Fields.TryGetValue(field, out var fieldType))
            {
                CheckValue(fieldType, value, new Place(place, field), (type.Name, field));
            }
            else
            {
                _findings.Add(new Finding($"{place} has no field {field}{Suggestion(field, type.Fields.Keys)}", value.Location));
            }
        }
    }

    private void CheckValue(string type, Node node, Place place, (string Type, string Field) rule)
    {
        if (!node.IsSet || type == "any")
        {
            return;
        }

        var isList = type.StartsWith("[]", StringComparison.Ordinal);
        var isMap = type.StartsWith("{}", StringComparison.Ordinal);
        var isObject = _api.Types.ContainsKey(type);
        if (isList && node is Sequence)
        {
            for (var index = 0; index < node.Items.Count; index++)
            {
                CheckValue(type[2..], node.Items[index], new Place(place, "", index), rule);
            }
        }
        else if (isMap && node is Mapping)
        {
            foreach (var (key, value) in node.Entries)
            {
                CheckValue(type[2..], value, new Place(place, key), rule);
            }
        }
        else if (isObject && node is Mapping)
        {
            CheckObject(type, node, place);
        }
        else if (isList || isMap || isObject)
        {
            Refuse(node, place, isList ? "a list" : "a mapping");
        }
        else
        {
            CheckScalar(type, node, place, $"{rule.Type}.{rule.Field}");
        }
    }

    private void CheckScalar(string type, Node node, Place place, string rule)
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
            Refuse(node, place, asked);
        }
        else if (ApiRules.Choices.TryGetValue(rule, out var choices) && !choices.Contains(scalar!.Value))
        {
            Refuse(node, place, $"one of {string.Join(", ", choices)}");
        }
        else if (
            ApiRules.Looks.TryGetValue(rule, out var look)
            && scalar is { Type: ScalarType.Text, Value.Length: > 0 }
            && !look.Pattern.IsMatch(scalar.Value)
        )
        {
            Refuse(node, place, look.Words);
        }
        else if (ApiRules.Ranges.TryGetValue(rule, out var range) && (scalar!.Number < range.Least || scalar.Number > range.Most))
        {
            Refuse(node, place, $"a whole number from {range.Least} to {range.Most}");
        }
    }

    private void Refuse(Node node, Place place, string asked) =>
        _findings.Add(new Finding($"{place} is {Show(node)}; asked for is {asked}", node.Location));

    private static string Show(Node node) =>
        node is Scalar { Type: ScalarType.Text } scalar && scalar.Value.Length <= 60 ? $"the text \"{scalar.Value}\""
        : node.Text is { Length: <= 60 } text ? text
        : WorkloadRequirements.Show(node) is { Length: <= 60 } words ? words
        : "a long text";

    private static string Suggestion(string name, IEnumerable<string> known)
    {
        var nearest = known
            .Distinct()
            .Select(other => (Other: other, Distance: Distance(name, other)))
            .OrderBy(found => found.Distance)
            .FirstOrDefault();
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
}
