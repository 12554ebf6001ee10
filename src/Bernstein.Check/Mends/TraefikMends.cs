using Bernstein.Check.Application;
using Bernstein.Kubernetes.Manifests;
using Bernstein.Kubernetes.Objects;
using Bernstein.Kubernetes.Yaml;

namespace Bernstein.Check.Mends;

/// <summary>Traefik in the version that is asked for, with the arguments of that version and the rights that it needs.</summary>
internal static class TraefikMends
{
    private const string Verbs = "[get, list, watch]";

    /// <summary>What makes Traefik the one that is asked for: image and arguments change together, since each major version has its own.</summary>
    /// <param name="workload">Traefik.</param>
    /// <param name="foreign">The arguments that the version asked for does not know.</param>
    /// <param name="missing">The arguments that it needs and does not get.</param>
    internal static Mend Version(Workload workload, IEnumerable<Node> foreign, IEnumerable<string> missing)
    {
        var root = workload.Manifest.Root;
        var edits = new List<Edit>();
        if (workload.Container["image"].Text != Component.Traefik.Image)
        {
            edits.Add(Edit.Set(root, $"{Right.Container}.image", Component.Traefik.Image));
        }

        var (unwanted, wanted) = (foreign.Select(root.PathTo).OfType<string>().ToArray(), missing.ToArray());
        // An argument that is not wanted gives its place to one that is missing.
        edits.AddRange(unwanted.Zip(wanted, (path, argument) => Edit.Set(root, path, $"--{argument}")));
        edits.AddRange(unwanted.Skip(wanted.Length).Select(path => Edit.Remove(root, path)));
        edits.AddRange(wanted.Skip(unwanted.Length).Select(argument => Edit.Set(root, $"{Right.Container}.args[+]", $"--{argument}")));
        return Mend.Of(
            $"In traefik.deployment.yaml, run {Component.Traefik.Image} with arguments of that version: each major version has its own.",
            edits
        );
    }

    /// <summary>What gives Traefik's account a right that it lacks.</summary>
    internal static Mend Rights(KubernetesObject role, IReadOnlyList<string> missing)
    {
        var edits = new List<Edit>();
        foreach (var resource in missing)
        {
            var groups = resource == "ingresses" ? "[extensions, networking.k8s.io]" : "[\"\"]";
            var near = role.Root["rules"]
                .Items.Index()
                .Where(rule =>
                    rule.Item["resources"].Items.Any(item => item.Text == resource)
                    && rule.Item["apiGroups"]
                        .Items.Any(group => groups.Contains($"{YamlWriter.Text(group.Text ?? "")}", StringComparison.Ordinal))
                    && rule.Item["resourceNames"].Items.Count == 0
                )
                .Select(rule => rule.Index)
                .ToArray();
            edits.Add(
                near.Length > 0
                    ? Edit.Set(role.Root, $"rules[{near[0]}].verbs", Verbs)
                    : Edit.Set(role.Root, "rules[+]", $"apiGroups: {groups}\nresources: [{resource}]\nverbs: {Verbs}")
            );
        }

        return Mend.Of($"In {role.File}, grant get, list and watch on {string.Join(", ", missing)} to the ClusterRole {role.Name}.", edits);
    }

    /// <summary>What names the account in the pod template.</summary>
    internal static Mend? Account(Submission submission, Workload workload)
    {
        var account =
            submission.Manifests.OfKind("ServiceAccount").FirstOrDefault(found => found.Namespace == workload.Manifest.Namespace)
            ?? submission.Manifests.In("traefik.rbac.yaml").FirstOrDefault(found => found.Kind == "ServiceAccount");
        return account is null
            ? submission.Folder.File("traefik.rbac.yaml") is null
                ? Mend.Of(
                    "Write traefik.rbac.yaml, and name its ServiceAccount in traefik.deployment.yaml.",
                    [
                        .. Example.Add(submission, "traefik.rbac.yaml").Edits,
                        Edit.Set(workload.Manifest.Root, $"{Right.Pod}.serviceAccountName", "traefik"),
                    ]
                )
                : null
            : Mend.Of(
                $"Name the ServiceAccount {account.Name} in the pod template.",
                Edit.Set(workload.Manifest.Root, $"{Right.Pod}.serviceAccountName", YamlWriter.Text(account.Name))
            );
    }

    /// <summary>What binds the account to a ClusterRole.</summary>
    internal static Mend Binding(Submission submission, Workload workload, string account)
    {
        var subject = $"kind: ServiceAccount\nname: {YamlWriter.Text(account)}\nnamespace: {workload.Manifest.Namespace}";
        if (submission.Manifests.In("traefik.rbac.yaml").FirstOrDefault(found => found.Kind == "ClusterRoleBinding") is { } binding)
        {
            var subjects = binding.Root["subjects"].Items;
            return Mend.Of(
                $"Let {binding} name the ServiceAccount {account} of the namespace {workload.Manifest.Namespace}.",
                Edit.Set(binding.Root, subjects.Count == 1 ? "subjects[0]" : "subjects[+]", subject)
            );
        }

        if (submission.Folder.File("traefik.rbac.yaml") is null)
        {
            return Example.Add(submission, "traefik.rbac.yaml");
        }

        var role = submission.Manifests.OfKind("ClusterRole").FirstOrDefault()?.Name ?? "traefik";
        return Mend.Of(
            $"Add a ClusterRoleBinding of the ServiceAccount {account} to the ClusterRole {role}.",
            Edit.Add(
                "traefik.rbac.yaml",
                $"apiVersion: rbac.authorization.k8s.io/v1\nkind: ClusterRoleBinding\nmetadata:\n  name: traefik\nroleRef:\n  apiGroup: rbac.authorization.k8s.io\n  kind: ClusterRole\n  name: {YamlWriter.Text(role)}\nsubjects:\n- {subject.Replace("\n", "\n  ", StringComparison.Ordinal)}\n"
            )
        );
    }
}
