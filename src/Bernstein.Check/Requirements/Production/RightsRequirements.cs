namespace Bernstein.Check.Requirements;

/// <summary>What accounts may do in the cluster, and which pods have the token of one.</summary>
internal static class RightsRequirements
{
    private static readonly string[] Reading = ["get", "list", "watch", "*"];

    /// <summary>Roles that every cluster has and that may read Secrets.</summary>
    private static readonly string[] Powerful = ["cluster-admin", "admin", "edit"];

    internal static Verdict Rbac(Submission submission)
    {
        var roles = submission.Manifests.Objects.Where(found => found.Kind is "Role" or "ClusterRole").Select(Wildcards);
        var bindings = Bindings(submission).Select(binding => TooPowerful(submission, binding));
        return Verdict.OfEach(roles.Concat(bindings), "there is no Role and no binding", findings => findings);
    }

    internal static Verdict ServiceAccount(Submission submission) =>
        Verdict.OfEach(
            submission.Workloads,
            "there is no workload",
            workload => HasToken(submission, workload) && !IsGranted(submission, workload) ? [Needless(workload)] : []
        );

    /// <summary>Whether an account of pods is among the subjects of a binding; one that names no namespace is in the other one.</summary>
    internal static bool Names(KubernetesObject binding, Workload workload, string? other = null) =>
        binding
            .Root["subjects"]
            .Items.Any(subject =>
                subject["kind"].Text == "ServiceAccount"
                && subject["name"].Text == AccountOf(workload)
                && (subject["namespace"].Text ?? other) == workload.Manifest.Namespace
            );

    /// <summary>Whether a list of a rule has a value, or all.</summary>
    internal static bool Has(Node list, string value) => list.Items.Any(item => item.Text == value || item.Text == "*");

    private static IEnumerable<KubernetesObject> Bindings(Submission submission) =>
        submission.Manifests.Objects.Where(found => found.Kind is "RoleBinding" or "ClusterRoleBinding");

    private static IEnumerable<Finding> Wildcards(KubernetesObject role) =>
        from rule in role.Root["rules"].Items
        from field in new[] { "apiGroups", "resources", "verbs", "nonResourceURLs" }
        from item in rule[field].Items
        where item.Text == "*"
        select item.Refused(
            $"{role} has the wildcard * among the {field} of a rule; asked for are the names",
            () => Mend.Of($"In {role.File}, name the {field} that are needed in place of *.")
        );

    private static IEnumerable<Finding> TooPowerful(Submission submission, KubernetesObject binding)
    {
        var name = binding.Root.At("roleRef.name");
        if (binding.Root.At("roleRef.kind").Text != "ClusterRole")
        {
            return [];
        }

        var isClusterWide = binding.Kind == "ClusterRoleBinding";
        var role = isClusterWide ? submission.Manifests.Find("ClusterRole", "", name.Text ?? "") : null;
        return
        [
            .. name.RefusedIf(
                name.Text == Powerful[0] || (isClusterWide && Powerful.Contains(name.Text)),
                () => $"{binding} makes its subjects {name.Text}"
            ),
            .. from rule in role?.Root["rules"].Items ?? []
            where Has(rule["apiGroups"], "") && Has(rule["resources"], "secrets")
            where rule["verbs"].Items.Any(verb => Reading.Contains(verb.Text))
            select rule.Refused($"ClusterRole {name.Text} lets the subjects of {binding} read the Secrets of the whole cluster"),
        ];
    }

    private static Finding Needless(Workload workload) =>
        workload.Pod.Lacks(
            $"{workload.Manifest} has the token of the ServiceAccount {AccountOf(workload)}, to which nothing is granted",
            () =>
                Mend.Of(
                    $"In {workload.Manifest.File}, write automountServiceAccountToken: false.",
                    Edit.Set(workload.Pod, "automountServiceAccountToken", "false")
                )
        );

    private static string AccountOf(Workload workload) => workload.Account.Text ?? "default";

    // The pod's own word counts before that of its account.
    private static bool HasToken(Submission submission, Workload workload)
    {
        var ofPod = workload.Pod["automountServiceAccountToken"];
        var account = submission.Manifests.Find("ServiceAccount", workload.Manifest.Namespace, AccountOf(workload));
        return (ofPod.IsSet ? ofPod : account?.Root["automountServiceAccountToken"] ?? ofPod).Boolean != false;
    }

    private static bool IsGranted(Submission submission, Workload workload) =>
        Bindings(submission).Any(binding => Names(binding, workload, binding.Namespace));
}
