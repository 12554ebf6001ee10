using Bernstein.Check.Manifests;
using Bernstein.Check.Yaml;

namespace Bernstein.Check.Kubernetes;

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
                $"{found.Kind} of {found.ApiVersion} is no kind that Kubernetes has by itself{Spelling.Suggestion(found.Kind, kinds.Select(kind => kind[1]))}",
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
                CheckValue(fieldType, value, new Place(place, field), $"{type.Name}.{field}");
            }
            else
            {
                _findings.Add(new Finding($"{place} has no field {field}{Spelling.Suggestion(field, type.Fields.Keys)}", value.Location));
            }
        }
    }

    private void CheckValue(string type, Node node, Place place, string rule)
    {
        if (!node.IsSet || type == "any")
        {
            return;
        }

        switch (type, node)
        {
            case (['[', ']', .. var itemType], Sequence):
                foreach (var (index, item) in node.Items.Index())
                {
                    CheckValue(itemType, item, new Place(place, "", index), rule);
                }

                break;
            case (['{', '}', .. var entryType], Mapping):
                foreach (var (key, value) in node.Entries)
                {
                    CheckValue(entryType, value, new Place(place, key), rule);
                }

                break;
            case (_, Mapping) when _api.Types.ContainsKey(type):
                CheckObject(type, node, place);
                break;
            default:
                Refuse(node, place, WhatIsAsked(type, node as Scalar, rule));
                break;
        }
    }

    // Null where the value is what is asked for.
    private string? WhatIsAsked(string type, Scalar? scalar, string rule)
    {
        var (fits, asked) = type switch
        {
            ['[', ..] => (false, "a list"),
            ['{', ..] => (false, "a mapping"),
            _ when _api.Types.ContainsKey(type) => (false, "a mapping"),
            "string" => (scalar?.Type == ScalarType.Text, "a text (in quotes)"),
            "integer" => (scalar?.Type == ScalarType.Number, "a whole number"),
            "number" => (scalar?.Type is ScalarType.Number or ScalarType.Fraction, "a number"),
            "boolean" => (scalar?.Type == ScalarType.Boolean, "true or false"),
            "int-or-string" => (scalar?.Type is ScalarType.Number or ScalarType.Text, "a whole number or a text"),
            _ => (Quantity.Parse(scalar?.Text) is not null, "a quantity such as 128M or 250m"),
        };
        return fits ? ApiRules.WhatIsAsked(rule, scalar!) : asked;
    }

    private void Refuse(Node node, Place place, string? asked)
    {
        if (asked is not null)
        {
            _findings.Add(new Finding($"{place} is {Show(node)}; asked for is {asked}", node.Location));
        }
    }

    private static string Show(Node node) =>
        node switch
        {
            { Text.Length: > 60 } => "a long text",
            Scalar { Type: ScalarType.Text } text => $"the text \"{text.Value}\"",
            _ => node.Shown,
        };
}
