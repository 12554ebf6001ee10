using System.Net;

namespace Bernstein.Kubernetes.Rules;

/// <summary>
/// What the API server demands of Ingresses and network policies, as the one of 1.24 answered (Oracle, in the tests); where it has them:
/// pkg/apis/networking/validation of Kubernetes.
/// </summary>
internal static class NetworkRules
{
    private const string ClassAnnotation = "kubernetes.io/ingress.class";

    // The first version that takes both where they are equal, an estimate from https://github.com/kubernetes/kubernetes/pull/115447.
    private static readonly Version TakesEqualClasses = new(1, 27);

    private static readonly string[] ForbiddenEnds = ["/..", "/."];
    private static readonly string[] Forbidden = ["//", "/./", "/../", "%2f", "%2F"];

    /// <summary>The class is told once: ValidateIngressCreate.</summary>
    internal static IEnumerable<Finding> OneClass(Node ingress, Version? kubernetes)
    {
        var (annotation, field) = (ingress.At("metadata.annotations")[ClassAnnotation], ingress.At("spec.ingressClassName"));
        return annotation.RefusedIf(
            annotation.IsSet && field.IsSet && (annotation.Text != field.Text || kubernetes < TakesEqualClasses),
            () => $"{ingress} has the annotation {ClassAnnotation} and ingressClassName; asked for is one of them: remove the annotation",
            () => ingress.ToRemove(Edit.Below("metadata.annotations", ClassAnnotation))
        );
    }

    /// <summary>validateHTTPIngressPath.</summary>
    internal static IEnumerable<Finding> PathIsAbsolute(Node path)
    {
        var text = path["path"].Text ?? "";
        return path.RefusedIf(
            text.Length == 0 ? IsMatched(path) : text[0] != '/',
            () => $"{path}.path is \"{text}\"; asked for is a path that begins with /",
            () => path.ToWrite("path", YamlWriter.Text("/" + text))
        );
    }

    /// <summary>validateHTTPIngressPath.</summary>
    internal static IEnumerable<Finding> PathIsNormal(Node path)
    {
        var text = path["path"].Text ?? "";
        var part =
            Forbidden.FirstOrDefault(text.Contains) ?? ForbiddenEnds.FirstOrDefault(end => text.EndsWith(end, StringComparison.Ordinal));
        return path.RefusedIf(IsMatched(path) && part is not null, () => $"{path}.path has {part}; asked for is a path without it");
    }

    /// <summary>ValidateIPBlock.</summary>
    internal static IEnumerable<Finding> ExceptWithinBlock(Node block) =>
        from except in block["except"].Items
        where IPNetwork.TryParse(block["cidr"].Text, out var all) && IPNetwork.TryParse(except.Text, out var part) && !IsWithin(part, all)
        select except.Refused($"{block}.except has {except.Text}; asked for is a smaller range within {block["cidr"].Text}");

    private static bool IsWithin(IPNetwork part, IPNetwork all) => part.PrefixLength > all.PrefixLength && all.Contains(part.BaseAddress);

    private static bool IsMatched(Node path) => path["pathType"].Text is "Exact" or "Prefix";
}
