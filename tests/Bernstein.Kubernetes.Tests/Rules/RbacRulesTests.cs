namespace Bernstein.Kubernetes.Tests.Rules;

/// <summary>What an API server refuses, in words, and the mend.</summary>
public sealed class RbacRulesTests
{
    [TestCase(
        "apiVersion: rbac.authorization.k8s.io/v1\nkind: ClusterRole\nmetadata: {name: a}\nrules: [{nonResourceURLs: [/b], resources: [pods], verbs: [get]}]",
        "ClusterRole a.rules[0] has nonResourceURLs and resources; asked for is a rule for each",
        null
    )]
    [TestCase(
        "apiVersion: rbac.authorization.k8s.io/v1\nkind: Role\nmetadata: {name: a}\nrules: [{resources: [pods], verbs: [get]}]",
        "Role a.rules[0] has no apiGroups; asked for is at least one",
        "Write apiGroups: [\"\"]"
    )]
    [TestCase(
        "apiVersion: rbac.authorization.k8s.io/v1\nkind: Role\nmetadata: {name: a}\nrules: [{nonResourceURLs: [/b], verbs: [get]}]",
        "Role a has nonResourceURLs; asked for is a ClusterRole",
        null
    )]
    [TestCase(
        "apiVersion: rbac.authorization.k8s.io/v1\nkind: ClusterRole\nmetadata: {name: a}\naggregationRule: {}\nrules: []",
        "ClusterRole a.aggregationRule has no clusterRoleSelectors; asked for is at least one",
        null
    )]
    [TestCase(
        "apiVersion: rbac.authorization.k8s.io/v1\nkind: ClusterRoleBinding\nmetadata: {name: a}\nroleRef: {apiGroup: rbac.authorization.k8s.io, kind: Role, name: b}\nsubjects: [{kind: ServiceAccount, name: c}]",
        "a ServiceAccount among the subjects of ClusterRoleBinding a has no namespace; add it",
        null
    )]
    [TestCase(
        "apiVersion: rbac.authorization.k8s.io/v1\nkind: RoleBinding\nmetadata: {name: a}\nroleRef: {apiGroup: rbac.authorization.k8s.io, kind: Role, name: b}\nsubjects: [{kind: User, apiGroup: apps, name: c}]",
        "RoleBinding a.subjects[0].apiGroup is apps; asked for is rbac.authorization.k8s.io",
        null
    )]
    [TestCase(
        "apiVersion: rbac.authorization.k8s.io/v1\nkind: RoleBinding\nmetadata: {name: a}\nroleRef: {apiGroup: rbac.authorization.k8s.io, kind: Role, name: b}\nsubjects: [{kind: ServiceAccount, name: C_d}]",
        "RoleBinding a.subjects[0].name is C_d; asked for is a DNS name: lower-case letters, digits, - and .",
        null
    )]
    public void What_is_refused_is_said_with_its_mend(string text, string message, string? mend) =>
        Manifest.ShouldBeRefused(text, message, mend);
}
