namespace Bernstein.Check.Requirements;

/// <summary><c>production.network-policy</c>: nothing may talk but the arrows of the architecture, and those may.</summary>
internal static class NetworkPolicyRequirement
{
    internal static Requirement NetworkPolicy() =>
        new(
            "production.network-policy",
            Severity.Production,
            "NetworkPolicies allow the connections of the architecture and no others; every pod is selected for both directions.",
            "An attacker in one page can read and write the votes in the database; or votes do not get through.",
            "Write a NetworkPolicy for each workload with policyTypes: [Ingress, Egress], which names the peers and ports of both; DNS needs UDP and TCP 53.",
            Judge
        );

    private static Verdict Judge(Submission submission)
    {
        // A pod in the network of its node is beyond every policy; production.pod-security speaks of it.
        var workloads = submission.Workloads.Where(workload => workload.Pod["hostNetwork"].Boolean != true).ToArray();
        var policies = new NetworkPolicies(submission.Manifests, submission.KubernetesVersion);
        return workloads.Length == 0 ? Verdict.NotJudged("there is no workload")
            : policies.Any ? Verdict.Of(new NetworkClosure(submission, policies, workloads).Findings())
            : Verdict.Of([
                new Finding("there is no NetworkPolicy: every pod may talk to every other", workloads[0].Manifest.Root.Location)
                {
                    MendBy = () => NetworkPolicyMends.All(submission),
                    MayBeElsewhere = true,
                },
            ]);
    }
}
