namespace Bernstein.Check.Requirements;

/// <summary><c>traefik.authorization</c>: the rights that Traefik needs.</summary>
internal static class TraefikRequirements
{
    private const string File = "traefik.rbac.yaml";

    private static readonly string[] Verbs = ["get", "list", "watch"];

    internal static IEnumerable<Finding> Authorization(Submission submission, Component component, Workload workload)
    {
        if (workload.Account.Text is not { } name)
        {
            return [workload.Pod.Refused("the pod template names no ServiceAccount", () => TraefikMends.Account(submission, workload))];
        }

        var bindings = submission
            .Manifests.OfKind("ClusterRoleBinding")
            .Where(binding => RightsRequirements.Names(binding, workload))
            .ToArray();
        return bindings.Length > 0
            ? WhyTooFew(submission, bindings)
            :
            [
                submission.Unread(File)
                    ?? workload.Account.Refused(
                        $"no ClusterRoleBinding names the ServiceAccount {name} of the namespace {workload.Manifest.Namespace} as a subject",
                        () => OfAccount(submission, workload, name)
                    ),
            ];
    }

    private static IEnumerable<Finding> WhyTooFew(Submission submission, KubernetesObject[] bindings)
    {
        var names = bindings.Select(RoleOf).ToArray();
        var roles = submission.Manifests.OfKind("ClusterRole").Where(role => names.Contains(role.Name)).ToArray();
        var rules = roles.SelectMany(role => role.Root["rules"].Items).Where(rule => rule["resourceNames"].Items.Count == 0).ToArray();
        var missing = new[] { "services", "endpoints", "secrets" }
            .Where(resource => !Grants(rules, "", resource))
            .Concat(Grants(rules, "extensions", "ingresses") || Grants(rules, "networking.k8s.io", "ingresses") ? [] : ["ingresses"])
            .ToArray();
        return missing.Length == 0 || names.Contains("cluster-admin") ? []
            : rules.Length == 0 && submission.Unread(File) is { } unread ? [unread]
            :
            [
                (rules.Length > 0 ? rules[0] : bindings[0].Root["roleRef"]).Refused(
                    $"the ClusterRole {string.Join(", ", names)} does not grant get, list and watch on {string.Join(", ", missing)}",
                    () => roles is [var role, ..] ? TraefikMends.Rights(role, missing) : OfRole(submission, bindings)
                ),
            ];
    }

    // An account that is not there is mended as the reference to it is.
    private static Mend? OfAccount(Submission submission, Workload workload, string name) =>
        submission.Manifests.Find("ServiceAccount", workload.Manifest.Namespace, name) is null
        && Reference.Of(workload.Manifest).FirstOrDefault(reference => reference.Kind == "ServiceAccount") is { } reference
        && ReferenceMends.Of(submission, reference) is { } mend
            ? mend
            : TraefikMends.Binding(submission, workload, name);

    // A binding that names no role that is there.
    private static Mend? OfRole(Submission submission, KubernetesObject[] bindings) =>
        bindings.All(binding => RoleOf(binding).Length == 0) && submission.Manifests.OfKind("ClusterRole").ToArray() is [var only]
            ? ExpectedValues.Set(
                bindings[0],
                "roleRef",
                $"apiGroup: rbac.authorization.k8s.io\nkind: ClusterRole\nname: {YamlWriter.Text(only.Name)}"
            )
        : Reference.Of(bindings[0]).FirstOrDefault(reference => reference.Kind == "ClusterRole") is { } broken
            ? ReferenceMends.Of(submission, broken)
        : null;

    private static string RoleOf(KubernetesObject binding) =>
        binding.Root.At("roleRef.kind").Text == "ClusterRole" ? binding.Root.At("roleRef.name").Text ?? "" : "";

    private static bool Grants(IEnumerable<Node> rules, string group, string resource) =>
        Verbs.All(verb =>
            rules.Any(rule =>
                RightsRequirements.Has(rule["apiGroups"], group)
                && RightsRequirements.Has(rule["resources"], resource)
                && RightsRequirements.Has(rule["verbs"], verb)
            )
        );
}
