using Bernstein.Kubernetes.Manifests;
using Bernstein.Kubernetes.Types;
using Bernstein.Kubernetes.Values;
using Bernstein.Kubernetes.Yaml;

namespace Bernstein.Kubernetes.Rules;

/// <summary>Validates objects strictly: what is not in the schema is an error, because Kubernetes would drop it without a word.</summary>
public sealed class SchemaValidator
{
    private readonly ApiTypes _api;
    private readonly Version? _kubernetes;
    private readonly List<Finding> _findings = [];

    private SchemaValidator(ApiTypes api, Version? kubernetes) => (_api, _kubernetes) = (api, kubernetes);

    /// <summary>Everything in an object that its API version does not allow. An explicit null counts as absent.</summary>
    /// <param name="found">The object.</param>
    /// <param name="kubernetes">
    /// The cluster's version: the oldest types that are not older are taken, where they know the kind, so that nothing that the
    /// cluster knows is refused. An API version that it does not serve is refused as a whole, but of an Ingress: that is a requirement of
    /// its own. Null for the newest types that know the kind.
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
            return missing.Select(field => new Finding($"the document has no {field}", found.Root.Location)
            {
                Mend =
                    field == "apiVersion" && KnownKinds.VersionsOf(found.Kind) is [var version, ..]
                        ? Mend.Of($"Write apiVersion: {version}", Edit.Set(found.Root, "apiVersion", version))
                        : null,
            });
        }

        var key = $"{found.ApiVersion} {found.Kind}";
        if (custom.Contains(key))
        {
            return ObjectNames.Findings(found);
        }

        if (!ServedApi.IsKnown(key))
        {
            return [KnownKinds.Unknown(found)];
        }

        if (kubernetes is not null && found.Kind != "Ingress" && !ServedApi.Serves(found, kubernetes))
        {
            return [KnownKinds.NotServed(found, kubernetes)];
        }

        var api = ApiTypes.For(kubernetes).FirstOrDefault(types => types.Kinds.ContainsKey(key));
        return api is null
            ? ObjectNames.Findings(found)
            : found.Known.Of($"schema {kubernetes}", () => Validate(found, kubernetes, api, key));
    }

    private static List<Finding> Validate(KubernetesObject found, Version? kubernetes, ApiTypes api, string key)
    {
        var validator = new SchemaValidator(api, kubernetes);
        validator._findings.AddRange(ObjectNames.Findings(found));
        var place = new Place(null, found.ToString()) { Root = found.Root };
        validator.CheckObject(api.Kinds[key], found.Root, place);
        if (found.Kind == "Ingress")
        {
            validator._findings.AddRange(IngressRules.OfClass(found.Root, place, kubernetes));
        }

        validator._findings.AddRange(
            new[] { "spec", "spec.template.spec", "spec.jobTemplate.spec.template.spec" }
                .Select(found.Root.At)
                .Where(pod => pod["containers"].IsSet)
                .SelectMany(pod => MountRules.MountsOfNothing(pod, found.Root.At("spec.volumeClaimTemplates").Items, place))
        );
        return validator._findings;
    }

    private void CheckObject(string typeName, Node node, Place place)
    {
        var type = _api.Types[typeName];
        foreach (var field in type.Required)
        {
            if (IsAbsent(node[field], field) && !ApiRules.MayBeAbsent.Contains($"{type.Name}.{field}"))
            {
                _findings.Add(
                    new Finding($"{place} has no {field}", node.Location)
                    {
                        Mend =
                            $"{type.Name}.{field}" == "Container.name"
                            && place.ToString().EndsWith("containers[0]", StringComparison.Ordinal)
                                ? place.Set("name", ObjectNames.Usual(node.Location))
                            : ApiRules.Usual.TryGetValue($"{type.Name}.{field}", out var usual) ? place.Set(field, usual)
                            : null,
                    }
                );
            }
        }

        _findings.AddRange(ObjectRules.Findings(type.Name, node, place));
        foreach (var (field, value) in node.Entries)
        {
            if (type.Fields.TryGetValue(field, out var fieldType))
            {
                if (ApiRules.Since.TryGetValue($"{type.Name}.{field}", out var since) && _kubernetes?.Minor < since)
                {
                    _findings.Add(
                        new Finding($"{place} has the field {field}, which Kubernetes has from 1.{since} on", value.Location)
                        {
                            Mend = place.Remove(Edit.Below("", field)),
                        }
                    );
                }

                CheckValue(fieldType, value, new Place(place, field), $"{type.Name}.{field}", !type.Required.Contains(field));
            }
            else
            {
                var near = Spelling.Nearest(field, type.Fields.Keys);
                _findings.Add(
                    new Finding($"{place} has no field {field}{Spelling.Suggestion(field, type.Fields.Keys)}", value.Location)
                    {
                        Mend =
                            near is not null && !node[near].IsSet
                                ? place.Rename(Edit.Below("", field), near)
                                : place.Remove(Edit.Below("", field)),
                    }
                );
            }
        }
    }

    // To the API server an empty text is an absent one, but where the text is a value of the user's.
    private static bool IsAbsent(Node value, string field) =>
        !value.IsSet
        || value is Sequence { Items.Count: 0 }
        || (value is Scalar { Type: ScalarType.Text, Value.Length: 0 } && field is not ("value" or "apiGroup" or "serviceName"));

    private void CheckValue(string type, Node node, Place place, string rule, bool isOptional)
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
                    // An item that is null is an empty one: a list keeps its length.
                    var value =
                        item.IsSet ? item
                        : _api.Types.ContainsKey(itemType) ? new Mapping(item.Location, [])
                        : itemType == "string" ? Scalar.Quoted(item.Location, "")
                        : item;
                    CheckValue(itemType, value, new Place(place, "", index), rule, false);
                }

                break;
            case (['{', '}', .. var entryType], Mapping):
                foreach (var (key, value) in node.Entries)
                {
                    CheckValue(entryType, value, new Place(place, key), rule, true);
                }

                break;
            case (_, Mapping) when _api.Types.ContainsKey(type):
                CheckObject(type, node, place);
                break;
            default:
                Refuse(node, place, WhatIsAsked(type, node as Scalar, rule), LikelyValue.Of(type, node, rule), isOptional);
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
            "integer" => (scalar?.Number is not null, "a whole number"),
            "number" => (scalar?.Type is ScalarType.Number or ScalarType.Fraction, "a number"),
            "boolean" => (scalar?.Type == ScalarType.Boolean, "true or false"),
            "int-or-string" => (scalar is { Type: ScalarType.Text } or { Number: not null }, "a whole number or a text"),
            _ => (Quantity.Parse(scalar?.Text) is not null, "a quantity such as 128M or 250m"),
        };
        return fits ? ApiRules.WhatIsAsked(rule, scalar!) : asked;
    }

    private void Refuse(Node node, Place place, string? asked, string? likely, bool isOptional)
    {
        if (asked is not null)
        {
            _findings.Add(
                new Finding($"{place} is {Show(node)}; asked for is {asked}", node.Location)
                {
                    Mend =
                        likely is not null ? place.Set("", likely)
                        : isOptional ? place.Remove("")
                        : null,
                }
            );
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
