namespace Bernstein.Kubernetes.Rules;

/// <summary>What the API server demands of roles and their bindings, as the one of 1.24 answered (Oracle, in the tests); where it has them: pkg/apis/rbac/validation of Kubernetes.</summary>
internal static class RbacRules
{
    /// <summary>A rule is of URLs or of resources: ValidatePolicyRule.</summary>
    internal static IEnumerable<Finding> UrlsOrResources(Node rule) =>
        rule.RefusedIf(
            HasUrls(rule) && rule["apiGroups"].Items.Count + rule["resources"].Items.Count + rule["resourceNames"].Items.Count > 0,
            () => $"{rule} has nonResourceURLs and resources; asked for is a rule for each"
        );

    /// <summary>A rule of resources says which: ValidatePolicyRule.</summary>
    internal static IEnumerable<Finding> GroupsAndResources(Node rule) =>
        from field in new[] { "apiGroups", "resources" }
        where !HasUrls(rule) && rule[field].Items.Count == 0
        select rule.Refused(
            $"{rule} has no {field}; asked for is at least one",
            () => field == "apiGroups" ? rule.ToWrite("apiGroups", "[\"\"]") : rule.ToRemove()
        );

    /// <summary>URLs belong to no namespace: ValidatePolicyRule.</summary>
    internal static IEnumerable<Finding> NoUrlsInRole(Node role) =>
        from rule in role["rules"].Items
        where HasUrls(rule)
        select rule.Refused($"{role} has nonResourceURLs; asked for is a ClusterRole");

    /// <summary>ValidateClusterRole.</summary>
    internal static IEnumerable<Finding> AggregationSelects(Node role) =>
        role.RefusedIf(
            role["aggregationRule"].IsSet && role.At("aggregationRule.clusterRoleSelectors").Items.Count == 0,
            () => $"{role}.aggregationRule has no clusterRoleSelectors; asked for is at least one"
        );

    /// <summary>ValidateRoleBindingSubject; a RoleBinding's own namespace is taken where there is none.</summary>
    internal static IEnumerable<Finding> AccountsHaveNamespaces(Node binding) =>
        from subject in binding["subjects"].Items
        where subject["kind"].Text == "ServiceAccount" && string.IsNullOrEmpty(subject["namespace"].Text)
        select subject.Refused($"a ServiceAccount among the subjects of {binding} has no namespace; add it");

    /// <summary>ValidateClusterRoleBinding.</summary>
    internal static IEnumerable<Finding> BindsClusterRole(Node binding) =>
        binding
            .At("roleRef.kind")
            .RefusedIf(
                binding.At("roleRef.kind").Text == "Role",
                () => $"{binding} names a Role; asked for is a ClusterRole, or a RoleBinding",
                () => binding.ToWrite("roleRef.kind", "ClusterRole")
            );

    /// <summary>ValidateRoleBindingSubject.</summary>
    internal static IEnumerable<Finding> NameOfAccount(Node subject)
    {
        var (name, (pattern, words)) = (subject["name"], ApiRules.NameOf("ServiceAccount"));
        return name.RefusedIf(
            subject["kind"].Text == "ServiceAccount" && name.Text is { Length: > 0 } text && !pattern.IsMatch(text),
            () => $"{subject}.name is {name.Text}; asked for is {words}"
        );
    }

    /// <summary>ValidateRoleBindingSubject.</summary>
    internal static IEnumerable<Finding> GroupOfSubject(Node subject)
    {
        var group = subject["apiGroup"].Text ?? "";
        var asked = subject["kind"].Text is "User" or "Group" ? "rbac.authorization.k8s.io" : "";
        return subject["apiGroup"]
            .RefusedIf(
                group.Length > 0 && group != asked,
                () => $"{subject}.apiGroup is {group}; asked for is {(asked.Length > 0 ? asked : "none: remove it")}"
            );
    }

    private static bool HasUrls(Node rule) => rule["nonResourceURLs"].Items.Count > 0;
}
