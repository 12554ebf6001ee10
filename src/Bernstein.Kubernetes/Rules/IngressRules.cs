using Bernstein.Kubernetes.Yaml;

namespace Bernstein.Kubernetes.Rules;

/// <summary>What the API server demands of Ingresses, as the one of 1.24 answered (Oracle, in the tests); where it has them: pkg/apis/networking/validation of Kubernetes.</summary>
internal static class IngressRules
{
    // The first version that takes both where they are equal: https://github.com/kubernetes/kubernetes/pull/115447.
    private static readonly Version TakesEqualClasses = new(1, 27);

    /// <summary>The class told twice: refused up to some version; 1.27 is an estimate from the change that allowed it (kubernetes/kubernetes#115447).</summary>
    internal static IEnumerable<Finding> OfClass(Node ingress, Place place, Version? kubernetes)
    {
        var annotation = ingress.At("metadata.annotations")["kubernetes.io/ingress.class"];
        var field = ingress.At("spec.ingressClassName");
        return annotation.IsSet && field.IsSet && (annotation.Text != field.Text || kubernetes < TakesEqualClasses)
            ?
            [
                new Finding(
                    $"{place} has the annotation kubernetes.io/ingress.class and ingressClassName; asked for is one of them: remove the annotation",
                    annotation.Location
                )
                {
                    Mend = place.Remove(Edit.Below("metadata.annotations", "kubernetes.io/ingress.class")),
                },
            ]
            : [];
    }

    internal static IEnumerable<Finding> OfSpec(Node spec, Place place) =>
        spec["rules"].Items.Count > 0 || spec["defaultBackend"].IsSet || spec["backend"].IsSet
            ? []
            : [new Finding($"{place} has no rules and no default backend; asked for is one of them", spec.Location)];

    internal static IEnumerable<Finding> OfRule(Node rule, Place place) =>
        System.Net.IPAddress.TryParse(rule["host"].Text, out _)
            ? [new Finding($"{place}.host is the address {rule["host"].Text}; asked for is a DNS name", rule["host"].Location)]
            : [];

    internal static IEnumerable<Finding> OfPath(Node path, Place place)
    {
        var text = path["path"].Text ?? "";
        var type = path["pathType"].Text;
        if (text.Length == 0 ? type is "Exact" or "Prefix" : text[0] != '/')
        {
            yield return new Finding($"{place}.path is \"{text}\"; asked for is a path that begins with /", path.Location)
            {
                Mend = place.Set("path", YamlWriter.Text("/" + text)),
            };
        }

        var part =
            Forbidden.FirstOrDefault(text.Contains) ?? ForbiddenEnds.FirstOrDefault(end => text.EndsWith(end, StringComparison.Ordinal));
        if (type is "Exact" or "Prefix" && part is not null)
        {
            yield return new Finding($"{place}.path has {part}; asked for is a path without it", path.Location);
        }
    }

    internal static IEnumerable<Finding> OfBackend(Node backend, Place place) =>
        backend["serviceName"].IsSet || backend["servicePort"].IsSet
            ? new[] { "serviceName", "servicePort" }
                .Where(field => !backend[field].IsSet || backend[field].Text == "")
                .Select(field => new Finding($"{place} has no {field}", backend.Location))
            : Alone.One(backend, place, "backend", "service", "resource");

    private static readonly string[] ForbiddenEnds = ["/..", "/."];

    private static readonly string[] Forbidden = ["//", "/./", "/../", "%2f", "%2F"];
}
