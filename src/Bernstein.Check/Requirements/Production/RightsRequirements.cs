namespace Bernstein.Check.Requirements;

/// <summary>What accounts may do in the cluster, and which pods have the token of one.</summary>
internal static class RightsRequirements
{
    private static readonly string[] Reading = ["get", "list", "watch", "*"];

    /// <summary>Roles that every cluster has and that may read Secrets.</summary>
    private static readonly string[] Powerful = ["cluster-admin", "admin", "edit"];

    internal static Requirement Rbac() =>
        new(
            "production.rbac",
            Severity.Production,
            "No account may read the Secrets of the whole cluster, no rule has a wildcard, and nobody is cluster-admin. The strict requirement traefik.authorization asks for such a ClusterRole: in production a Role in the namespace of the pages replaces it.",
            "An attacker in Traefik, which everybody can reach, can read every password of the cluster.",
            "Bind Traefik's account with a RoleBinding in the namespace of the pages to a Role with services, endpoints and ingresses, and secrets where it serves TLS; give Traefik the namespace (--kubernetes.namespaces=default).",
            submission =>
            {
                var roles = submission.Manifests.Objects.Where(found => found.Kind is "Role" or "ClusterRole").ToArray();
                var bindings = submission.Manifests.Objects.Where(found => found.Kind is "RoleBinding" or "ClusterRoleBinding").ToArray();
                return roles.Length + bindings.Length == 0
                    ? Verdict.NotJudged("there is no Role and no binding")
                    : Verdict.Of(roles.SelectMany(Wildcards).Concat(bindings.SelectMany(binding => TooPowerful(submission, binding))));
            }
        );

    internal static Requirement ServiceAccount() =>
        new(
            "production.service-account",
            Severity.Production,
            "A pod has the token of its account only where the account is granted something.",
            "An attacker can use an unneeded token to ask the Kubernetes API.",
            "Write automountServiceAccountToken: false in the specification of the pod.",
            submission =>
                submission.Workloads.Count == 0
                    ? Verdict.NotJudged("there is no workload")
                    : Verdict.Of(
                        submission
                            .Workloads.Where(workload => HasToken(submission, workload) && !IsGranted(submission, workload))
                            .Select(workload => new Finding(
                                $"{workload.Manifest} has the token of the ServiceAccount {workload.Account.Text ?? "default"}, to which nothing is granted",
                                workload.Pod.Location
                            )
                            {
                                MendBy = () =>
                                    Mend.Of(
                                        $"In {workload.Manifest.File}, write automountServiceAccountToken: false.",
                                        Edit.Set(workload.Pod, "automountServiceAccountToken", "false")
                                    ),
                                MayBeElsewhere = true,
                            })
                    )
        );

    private static IEnumerable<Finding> Wildcards(KubernetesObject role) =>
        from rule in role.Root["rules"].Items
        from field in new[] { "apiGroups", "resources", "verbs", "nonResourceURLs" }
        from item in rule[field].Items
        where item.Text == "*"
        select new Finding($"{role} has the wildcard * among the {field} of a rule; asked for are the names", item.Location)
        {
            MendBy = () => Mend.Of($"In {role.File}, name the {field} that are needed in place of *."),
        };

    private static IEnumerable<Finding> TooPowerful(Submission submission, KubernetesObject binding)
    {
        var (kind, name) = (binding.Root.At("roleRef.kind").Text, binding.Root.At("roleRef.name"));
        var isClusterWide = binding.Kind == "ClusterRoleBinding";
        if (kind != "ClusterRole")
        {
            yield break;
        }

        if (name.Text == Powerful[0] || (isClusterWide && Powerful.Contains(name.Text)))
        {
            yield return new Finding($"{binding} makes its subjects {name.Text}", name.Location);
        }

        var rules = isClusterWide ? submission.Manifests.Find("ClusterRole", "", name.Text ?? "")?.Root["rules"].Items ?? [] : [];
        foreach (
            var rule in rules.Where(rule =>
                Has(rule["apiGroups"], "")
                && Has(rule["resources"], "secrets")
                && rule["verbs"].Items.Any(verb => Reading.Contains(verb.Text))
            )
        )
        {
            yield return new Finding(
                $"ClusterRole {name.Text} lets the subjects of {binding} read the Secrets of the whole cluster",
                rule.Location
            );
        }
    }

    private static bool Has(Node list, string value) => list.Items.Any(item => item.Text == value || item.Text == "*");

    // The pod's own word counts before that of its account.
    private static bool HasToken(Submission submission, Workload workload)
    {
        var ofPod = workload.Pod["automountServiceAccountToken"];
        var account = submission.Manifests.Find("ServiceAccount", workload.Manifest.Namespace, workload.Account.Text ?? "default");
        return (ofPod.IsSet ? ofPod : account?.Root["automountServiceAccountToken"] ?? ofPod).Boolean != false;
    }

    private static bool IsGranted(Submission submission, Workload workload) =>
        submission
            .Manifests.Objects.Where(found => found.Kind is "RoleBinding" or "ClusterRoleBinding")
            .Any(binding =>
                binding
                    .Root["subjects"]
                    .Items.Any(subject =>
                        subject["kind"].Text == "ServiceAccount"
                        && subject["name"].Text == (workload.Account.Text ?? "default")
                        && (subject["namespace"].Text ?? binding.Namespace) == workload.Manifest.Namespace
                    )
            );
}
