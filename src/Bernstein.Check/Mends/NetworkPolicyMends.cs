namespace Bernstein.Check.Mends;

/// <summary>NetworkPolicies where there is none: one for each workload, with the ways that it needs.</summary>
internal static class NetworkPolicyMends
{
    private const string File = "network-policies.yaml";
    private const string Names = "  # Names.\n  - ports:\n    - protocol: UDP\n      port: 53\n    - protocol: TCP\n      port: 53\n";
    private const string Api = "  # The Kubernetes API.\n  - ports:\n    - port: 443\n    - port: 6443\n";

    /// <summary>Writes them all; null where pods have no label by which a policy could select them.</summary>
    internal static Mend? All(Submission submission)
    {
        var arrows = Arrow.Needed(submission);
        return submission.Folder.File(File) is not null || submission.Workloads.Any(workload => workload.Labels.Entries.Count == 0)
            ? null
            : Mend.Of(
                $"Write a file {File}: for each workload a NetworkPolicy with the connections that it needs.",
                Edit.Add(File, string.Join("---\n", submission.Workloads.Select(workload => Policy(submission, workload, arrows))))
            );
    }

    private static string Policy(Submission submission, Workload workload, IReadOnlyList<Arrow> arrows)
    {
        var isTraefik = submission.WorkloadOf(Component.Traefik)?.Manifest == workload.Manifest;
        var ingress = arrows.Where(arrow => arrow.To.Manifest == workload.Manifest).Select(arrow => Rule("from", arrow.From, arrow.Port));
        var egress = arrows.Where(arrow => arrow.From.Manifest == workload.Manifest).Select(arrow => Rule("to", arrow.To, arrow.Port));
        return $"""
                apiVersion: networking.k8s.io/v1
                kind: NetworkPolicy
                metadata:
                  name: {YamlWriter.Text(workload.Manifest.Name)}
                  namespace: {workload.Manifest.Namespace}
                spec:
                  podSelector:
                    matchLabels:
                      {YamlWriter.Indented(ExpectedValues.Lines(workload.Labels), 6)}
                  policyTypes: [Ingress, Egress]

                """
            + Rules("ingress", [.. ingress, isTraefik ? "  - ports:\n    - port: 80\n" : ""])
            + Rules("egress", [.. egress, egress.Any() || isTraefik ? Names : "", isTraefik ? Api : ""]);
    }

    private static string Rules(string way, string[] rules) => string.Concat(rules) is { Length: > 0 } text ? $"  {way}:\n{text}" : "";

    private static string Rule(string side, Workload peer, int port) =>
        $"""
              - {side}:
                - namespaceSelector:
                    matchLabels:
                      kubernetes.io/metadata.name: {peer.Manifest.Namespace}
                  podSelector:
                    matchLabels:
                      {YamlWriter.Indented(ExpectedValues.Lines(peer.Labels), 10)}
                ports:
                - port: {port}

            """;
}
