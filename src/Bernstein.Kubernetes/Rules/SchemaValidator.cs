namespace Bernstein.Kubernetes.Rules;

/// <summary>Validates objects strictly: what is not in the schema is an error, because Kubernetes would drop it without a word.</summary>
internal sealed class SchemaValidator(ApiTypes api, Version? kubernetes)
{
    private readonly List<Finding> _findings = [];
    private readonly Indentation _indentation = new(api);

    /// <summary>Everything in an object that its API version does not allow. An explicit null counts as absent.</summary>
    /// <param name="found">The object.</param>
    /// <param name="kubernetes">The cluster's version: the oldest types that are not older are taken, where they know the kind.</param>
    /// <param name="custom">The kinds of <see cref="KnownKinds.DefinedBy"/>: of an object of theirs the name alone is judged.</param>
    /// <param name="isIngressLet">Whether an Ingress may be of an API version that the cluster does not serve.</param>
    internal static IEnumerable<Finding> Validate(
        KubernetesObject found,
        Version? kubernetes,
        IReadOnlySet<string> custom,
        bool isIngressLet = true
    )
    {
        var key = $"{found.ApiVersion} {found.Kind}";
        return found.Root is not Mapping ? [found.Root.Refused("the document is not an object")]
            : Unnamed(found) is { Length: > 0 } unnamed ? unnamed
            : custom.Contains(key) ? MetadataRules.Name(found.Root)
            : !KnownKinds.IsKnown(key) ? [KnownKinds.Unknown(found)]
            : kubernetes is not null && !(isIngressLet && found.Kind == "Ingress") && !KnownKinds.IsServed(found, kubernetes)
                ? [KnownKinds.NotServed(found, kubernetes)]
            : ApiTypes.For(kubernetes).FirstOrDefault(types => types.Kinds.ContainsKey(key)) is { } api
                ? found.Known.Of($"schema {kubernetes}", () => new SchemaValidator(api, kubernetes).Validate(found.Root, api.Kinds[key]))
            : MetadataRules.Name(found.Root);
    }

    private static Finding[] Unnamed(KubernetesObject found) =>
        [
            .. found.Root.RefusedIf(
                !found.Root["apiVersion"].IsSet,
                () => "the document has no apiVersion",
                () => KnownKinds.VersionsOf(found.Kind) is [var version, ..] ? found.Root.ToWrite("apiVersion", version) : null
            ),
            .. found.Root.RefusedIf(!found.Root["kind"].IsSet, () => "the document has no kind"),
        ];

    private List<Finding> Validate(Node root, string type)
    {
        _findings.AddRange(MetadataRules.Name(root));
        CheckObject(api.Types[type], root);
        _findings.AddRange(root["kind"].Text == "Ingress" ? NetworkRules.OneClass(root, kubernetes) : []);
        _findings.AddRange(VolumeRules.VolumesAreThere(root));
        return _findings;
    }

    private void CheckObject(ApiType type, Node node)
    {
        _findings.AddRange(
            from field in type.Required
            where IsAbsent(node[field], field) && !ApiRules.MayBeAbsent.Contains($"{type.Name}.{field}")
            select node.Refused($"{node} has no {field}", () => ToAdd($"{type.Name}.{field}", field, node))
        );
        foreach (var finding in TypeRules.Findings(type.Name, node))
        {
            _findings.Add(finding with { MendBy = () => finding.Mend ?? _indentation.First(type, node) });
        }

        foreach (var (field, value) in node.Entries)
        {
            if (!type.Fields.TryGetValue(field, out var fieldType))
            {
                _findings.Add(NoField(type, node, field, value));
                continue;
            }

            var rule = $"{type.Name}.{field}";
            _findings.AddRange(
                value.RefusedIf(
                    ApiRules.Since.TryGetValue(rule, out var since) && kubernetes?.Minor < since,
                    () => $"{node} has the field {field}, which Kubernetes has from 1.{since} on",
                    () => node.ToRemove(Edit.Below("", field))
                )
            );
            CheckValue(fieldType, value, rule, !type.Required.Contains(field));
        }
    }

    private static Mend? ToAdd(string rule, string field, Node node) =>
        rule == "Container.name" && $"{node}".EndsWith("containers[0]", StringComparison.Ordinal)
            ? node.ToWrite("name", MetadataRules.UsualName(node.Location))
        : ApiRules.Usual.TryGetValue(rule, out var usual) ? node.ToWrite(field, usual)
        : null;

    private Finding NoField(ApiType type, Node node, string field, Node value) =>
        value.Refused(
            $"{node} has no field {field}{Spelling.Suggestion(field, type.Fields.Keys)}",
            () =>
                _indentation.Of(type, node, field)
                ?? (
                    Spelling.Nearest(field, type.Fields.Keys) is { } near && !node[near].IsSet
                        ? node.ToRename(Edit.Below("", field), near)
                        : node.ToRemove(Edit.Below("", field))
                )
        );

    // To the API server an empty text is an absent one, but where the text is a value of the user's.
    private static bool IsAbsent(Node value, string field) =>
        !value.IsSet
        || value is Sequence { Items.Count: 0 }
        || (value is Scalar { Type: ScalarType.Text, Value.Length: 0 } && field is not ("value" or "apiGroup" or "serviceName"));

    private void CheckValue(string type, Node node, string rule, bool isOptional)
    {
        switch (type, node)
        {
            case ("any", _) or (_, { IsSet: false }):
                break;
            case (['[', ']', .. var itemType], Sequence):
                node.Items.ToList().ForEach(item => CheckValue(itemType, Item(itemType, item), rule, false));
                break;
            case (['{', '}', .. var entryType], Mapping):
                node.Entries.ToList().ForEach(entry => CheckValue(entryType, entry.Value, rule, true));
                break;
            case (_, Mapping) when api.Types.TryGetValue(type, out var inner):
                CheckObject(inner, node);
                break;
            default:
                var asked = WhatIsAsked(type, node as Scalar, rule);
                _findings.AddRange(
                    node.RefusedIf(
                        asked is not null,
                        () => $"{node} is {Show(node)}; asked for is {asked}",
                        () => ToCorrect(type, node, rule, isOptional)
                    )
                );
                break;
        }
    }

    // An item that is null is an empty one: a list keeps its length.
    private Node Item(string type, Node item) =>
        item.IsSet ? item
        : api.Types.ContainsKey(type) ? new Mapping(item.Location, []).InPlaceOf(item)
        : type == "string" ? Scalar.Quoted(item.Location, "").InPlaceOf(item)
        : item;

    // Null where the value is what is asked for.
    private string? WhatIsAsked(string type, Scalar? scalar, string rule)
    {
        var (fits, asked) = type switch
        {
            ['[', ..] => (false, "a list"),
            ['{', ..] => (false, "a mapping"),
            _ when api.Types.ContainsKey(type) => (false, "a mapping"),
            "string" => (scalar?.Type == ScalarType.Text, "a text (in quotes)"),
            "integer" => (scalar?.Number is not null, "a whole number"),
            "number" => (scalar?.Type is ScalarType.Number or ScalarType.Fraction, "a number"),
            "boolean" => (scalar?.Type == ScalarType.Boolean, "true or false"),
            "int-or-string" => (scalar is { Type: ScalarType.Text } or { Number: not null }, "a whole number or a text"),
            _ => (Quantity.Parse(scalar?.Text) is not null, "a quantity such as 128M or 250m"),
        };
        return fits ? ApiRules.WhatIsAsked(rule, scalar!) : asked;
    }

    // A list of one mapping stands where a mapping is asked for.
    private Mend? ToCorrect(string type, Node node, string rule, bool isOptional) =>
        LikelyValue.Of(type, node, rule) is { } likely ? node.ToWrite("", likely)
        : LikelyValue.Below(node, rule) is { } below ? Mend.Of($"Write {below} below {node.Key}.", Edit.Set(node, "", below))
        : node is Sequence { Items: [Mapping only] } && api.Types.ContainsKey(type) ? node.ToWrite("", YamlWriter.Block(only))
        : isOptional ? node.ToRemove()
        : null;

    private static string Show(Node node) =>
        node switch
        {
            { Text.Length: > 60 } => "a long text",
            Scalar { Type: ScalarType.Text } text => $"the text \"{text.Value}\"",
            _ => node.Shown,
        };
}
