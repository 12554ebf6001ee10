namespace Bernstein.Check.Requirements;

/// <summary><c>production.network-policy</c>: nothing may talk but the arrows of the architecture, and those may.</summary>
internal static class NetworkPolicyRequirement
{
    internal static Verdict NetworkPolicy(Submission submission)
    {
        // A pod in the network of its node is beyond every policy; production.pod-security speaks of it.
        var workloads = submission.Workloads.Where(workload => workload.Pod["hostNetwork"].Boolean != true).ToArray();
        var policies = new NetworkPolicies(submission.Manifests, submission.KubernetesVersion);
        return workloads.Length == 0 ? Verdict.NotJudged("there is no workload")
            : policies.Any ? Verdict.Of(new NetworkClosure(submission, policies, workloads).Findings())
            : Verdict.Of(
                workloads[0]
                    .Manifest.Root.Lacks(
                        "there is no NetworkPolicy: every pod may talk to every other",
                        () => NetworkPolicyMends.All(submission)
                    )
            );
    }
}
