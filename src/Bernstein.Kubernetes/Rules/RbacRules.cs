using Bernstein.Kubernetes.Types;
using Bernstein.Kubernetes.Yaml;

namespace Bernstein.Kubernetes.Rules;

/// <summary>What the API server demands of roles and their bindings, as the one of 1.24 answered (Oracle, in the tests); where it has them: pkg/apis/rbac/validation of Kubernetes.</summary>
internal static class RbacRules
{
    internal static IEnumerable<Finding> OfRule(Node rule, Place place)
    {
        if (rule["nonResourceURLs"].Items.Count > 0)
        {
            return rule["apiGroups"].Items.Count + rule["resources"].Items.Count + rule["resourceNames"].Items.Count > 0
                ? [new Finding($"{place} has nonResourceURLs and resources; asked for is a rule for each", rule.Location)]
                : [];
        }

        return new[] { "apiGroups", "resources" }
            .Where(field => rule[field].Items.Count == 0)
            .Select(field => new Finding($"{place} has no {field}; asked for is at least one", rule.Location)
            {
                Mend = field == "apiGroups" ? place.Set("apiGroups", "[\"\"]") : place.Remove(""),
            });
    }

    internal static IEnumerable<Finding> OfRole(Node role, Place place) =>
        role["rules"]
            .Items.Where(rule => rule["nonResourceURLs"].Items.Count > 0)
            .Select(rule => new Finding($"{place} has nonResourceURLs; asked for is a ClusterRole", rule.Location));

    // A RoleBinding's own namespace is taken where there is none.
    internal static IEnumerable<Finding> OfClusterBinding(Node binding, Place place) =>
        binding["subjects"]
            .Items.Index()
            .Where(item => item.Item["kind"].Text == "ServiceAccount" && string.IsNullOrEmpty(item.Item["namespace"].Text))
            .Select(item => new Finding($"a ServiceAccount among the subjects of {place} has no namespace; add it", item.Item.Location))
            .Concat(
                binding.At("roleRef.kind").Text == "Role"
                    ?
                    [
                        new Finding(
                            $"{place} names a Role; asked for is a ClusterRole, or a RoleBinding",
                            binding.At("roleRef.kind").Location
                        )
                        {
                            Mend = place.Set("roleRef.kind", "ClusterRole"),
                        },
                    ]
                    : []
            );

    internal static IEnumerable<Finding> OfSubject(Node subject, Place place)
    {
        if (subject["kind"].Text == "ServiceAccount")
        {
            if (subject["name"].Text is { Length: > 0 } name && !ApiRules.NameOf("ServiceAccount").Pattern.IsMatch(name))
            {
                yield return new Finding(
                    $"{place}.name is {name}; asked for is {ApiRules.NameOf("ServiceAccount").Words}",
                    subject["name"].Location
                );
            }
        }

        var group = subject["apiGroup"].Text ?? "";
        var asked = subject["kind"].Text is "User" or "Group" ? "rbac.authorization.k8s.io" : "";
        if (group.Length > 0 && group != asked)
        {
            yield return new Finding(
                $"{place}.apiGroup is {group}; asked for is {(asked.Length > 0 ? asked : "none: remove it")}",
                subject["apiGroup"].Location
            );
        }
    }
}
