namespace Bernstein.Check.Mends;

/// <summary>NetworkPolicies where there is none: one for each workload, with the ways that it needs.</summary>
internal static class NetworkPolicyMends
{
    private const string File = "network-policies.yaml";

    /// <summary>Writes them all; null where pods have no label by which a policy could select them.</summary>
    internal static Mend? All(Submission submission)
    {
        if (submission.Folder.File(File) is not null || submission.Workloads.Any(workload => workload.Labels.Entries.Count == 0))
        {
            return null;
        }

        var arrows = Arrow.Needed(submission);
        return Mend.Of(
            $"Write a file {File}: for each workload a NetworkPolicy with the connections that it needs.",
            Edit.Add(File, string.Join("---\n", submission.Workloads.Select(workload => Policy(submission, workload, arrows))))
        );
    }

    private static string Policy(Submission submission, Workload workload, IReadOnlyList<Arrow> arrows)
    {
        var isTraefik = submission.WorkloadOf(Component.Traefik)?.Manifest == workload.Manifest;
        var text = new StringBuilder(
            $"""
            apiVersion: networking.k8s.io/v1
            kind: NetworkPolicy
            metadata:
              name: {YamlWriter.Text(workload.Manifest.Name)}
              namespace: {workload.Manifest.Namespace}
            spec:
              podSelector:
                matchLabels:
                  {Labels(workload, "      ")}
              policyTypes: [Ingress, Egress]

            """
        );
        var ingress = arrows.Where(arrow => arrow.To.Manifest == workload.Manifest).ToArray();
        text.Append(ingress.Length > 0 || isTraefik ? "  ingress:\n" : "");
        foreach (var arrow in ingress)
        {
            text.Append(Rule("from", arrow.From, arrow.Port));
        }

        text.Append(isTraefik ? "  - ports:\n    - port: 80\n" : "");
        var egress = arrows.Where(arrow => arrow.From.Manifest == workload.Manifest).ToArray();
        text.Append(egress.Length > 0 || isTraefik ? "  egress:\n" : "");
        foreach (var arrow in egress)
        {
            text.Append(Rule("to", arrow.To, arrow.Port));
        }

        text.Append(
            egress.Length > 0 || isTraefik
                ? "  # Names.\n  - ports:\n    - protocol: UDP\n      port: 53\n    - protocol: TCP\n      port: 53\n"
                : ""
        );
        text.Append(isTraefik ? "  # The Kubernetes API.\n  - ports:\n    - port: 443\n    - port: 6443\n" : "");
        return text.ToString();
    }

    private static string Rule(string side, Workload peer, int port) =>
        $"""
              - {side}:
                - namespaceSelector:
                    matchLabels:
                      kubernetes.io/metadata.name: {peer.Manifest.Namespace}
                  podSelector:
                    matchLabels:
                      {Labels(peer, "          ")}
                ports:
                - port: {port}

            """;

    private static string Labels(Workload workload, string indentation) =>
        ExpectedValues.Lines(workload.Labels).Replace("\n", $"\n{indentation}", StringComparison.Ordinal);
}
