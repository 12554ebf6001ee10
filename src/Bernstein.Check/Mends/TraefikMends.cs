namespace Bernstein.Check.Mends;

/// <summary>Traefik in the version that is asked for, with the arguments of that version and the rights that it needs.</summary>
internal static class TraefikMends
{
    private const string RightsFile = "traefik.rbac.yaml";

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
            edits.Add(Edit.Set(root, $"{ExpectedValues.Container}.image", Component.Traefik.Image));
        }

        var (unwanted, wanted) = (foreign.Select(root.PathTo).OfType<string>().ToArray(), missing.ToArray());
        // An argument that is not wanted gives its place to one that is missing.
        edits.AddRange(unwanted.Zip(wanted, (path, argument) => Edit.Set(root, path, $"--{argument}")));
        edits.AddRange(unwanted.Skip(wanted.Length).Select(path => Edit.Remove(root, path)));
        edits.AddRange(
            wanted.Skip(unwanted.Length).Select(argument => Edit.Set(root, $"{ExpectedValues.Container}.args[+]", $"--{argument}"))
        );
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
                        .Items.Any(group =>
                            group.Text is not null && groups.Contains($"{YamlWriter.Text(group.Text ?? "")}", StringComparison.Ordinal)
                        )
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
            ?? submission.Manifests.In(RightsFile).FirstOrDefault(found => found.Kind == "ServiceAccount");
        if (account is not null)
        {
            return Mend.Of(
                $"Name the ServiceAccount {account.Name} in the pod template.",
                Edit.Set(workload.Manifest.Root, $"{ExpectedValues.Pod}.serviceAccountName", YamlWriter.Text(account.Name))
            );
        }

        var isThere = submission.Manifests.File(RightsFile) is not null;
        var name = Bound(submission, workload) ?? "traefik";
        var added = isThere
            ? FileMends.OfKind(submission, RightsFile, ["ServiceAccount"])?.Edits
                ??
                [
                    Edit.Add(
                        submission.PathOf(RightsFile),
                        $"apiVersion: v1\nkind: ServiceAccount\nmetadata:\n  name: {YamlWriter.Text(name)}\n  namespace: {workload.Manifest.Namespace}\n"
                    ),
                ]
            : Example.Add(submission, RightsFile).Edits;
        return Mend.Of(
            $"Write a ServiceAccount into traefik.rbac.yaml, and name it in {workload.Manifest.File}.",
            [.. added, Edit.Set(workload.Manifest.Root, $"{ExpectedValues.Pod}.serviceAccountName", YamlWriter.Text(name))]
        );
    }

    // The account that a binding is written for already.
    private static string? Bound(Submission submission, Workload workload) =>
        submission
            .Manifests.In(RightsFile)
            .Where(found => found.Kind == "ClusterRoleBinding")
            .SelectMany(binding => binding.Root["subjects"].Items)
            .FirstOrDefault(subject => subject["kind"].Text == "ServiceAccount" && subject["namespace"].Text == workload.Manifest.Namespace)
            ?["name"].Text;

    /// <summary>What binds the account to a ClusterRole.</summary>
    internal static Mend Binding(Submission submission, Workload workload, string account)
    {
        var subject = $"kind: ServiceAccount\nname: {YamlWriter.Text(account)}\nnamespace: {workload.Manifest.Namespace}";
        if (submission.Manifests.In(RightsFile).FirstOrDefault(found => found.Kind == "ClusterRoleBinding") is { } binding)
        {
            var subjects = binding.Root["subjects"].Items;
            return Mend.Of(
                $"Let {binding} name the ServiceAccount {account} of the namespace {workload.Manifest.Namespace}.",
                Edit.Set(binding.Root, subjects.Count == 1 ? "subjects[0]" : "subjects[+]", subject)
            );
        }

        return FileMends.OfKind(submission, RightsFile, ["ClusterRoleBinding"]) ?? Parts(submission, account);
    }

    /// <summary>What is missing of account, role and binding, for an account that is named.</summary>
    internal static Mend Parts(Submission submission, string account)
    {
        var scope = Component.Traefik.Namespace;
        var role = submission.Manifests.OfKind("ClusterRole").FirstOrDefault()?.Name;
        var names = new Dictionary<string, string>
        {
            ["ClusterRoleBinding"] = $"of the ServiceAccount {account} to the ClusterRole {role ?? "traefik"}",
        };
        if (role is null)
        {
            names["ClusterRole"] = "traefik";
        }

        if (submission.Manifests.Find("ServiceAccount", scope, account) is null)
        {
            names["ServiceAccount"] = account;
        }

        var texts = Example
            .Text(submission, RightsFile)
            .Split("---\n")
            .Select(text => (Text: text, Kind: YamlReader.Read("", text).Documents[0]["kind"].Text!))
            .Where(part => names.ContainsKey(part.Kind))
            .ToArray();
        return Mend.Of(
            $"Add to {submission.PathOf(RightsFile)} {string.Join(", and ", texts.Select(part => $"a {part.Kind} {names[part.Kind]}"))}.",
            Edit.Add(
                submission.PathOf(RightsFile),
                string.Join(
                    "---\n",
                    texts.Select(part =>
                        part.Kind != "ClusterRoleBinding" || role is null
                            ? part.Text
                            : YamlEditor.Apply(part.Text, new Edit(EditKind.Set, "", 1, "roleRef.name", YamlWriter.Text(role))) ?? part.Text
                    )
                )
            )
        );
    }
}
