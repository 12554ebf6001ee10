namespace Bernstein.Check.Mends;

/// <summary>Traefik in the version that is asked for, with the arguments of that version and the rights that it needs.</summary>
internal static class TraefikMends
{
    private const string RightsFile = "traefik.rbac.yaml";

    private const string Verbs = "[get, list, watch]";

    /// <summary>What makes Traefik the one that is asked for: image and arguments together, since each major version has its own.</summary>
    internal static Mend Version(Workload workload, IEnumerable<Node> foreign, IEnumerable<string> missing)
    {
        var (container, unwanted, wanted) = (workload.Container, foreign.ToArray(), missing.Select(argument => $"--{argument}").ToArray());
        return Mend.Of(
            $"In traefik.deployment.yaml, run {Component.Traefik.Image} with arguments of that version: each major version has its own.",
            [
                container["image"].Text == Component.Traefik.Image ? null : Edit.Set(container, "image", Component.Traefik.Image),
                // An argument that is not wanted gives its place to one that is missing.
                .. unwanted.Zip(wanted, (node, argument) => Edit.Set(node, "", argument)),
                .. unwanted.Skip(wanted.Length).Select(node => Edit.Remove(node)),
                .. wanted.Skip(unwanted.Length).Select(argument => Edit.Set(container, "args[+]", argument)),
            ]
        );
    }

    internal static Mend Rights(KubernetesObject role, IReadOnlyList<string> missing) =>
        Mend.Of(
            $"In {role.File}, grant get, list and watch on {string.Join(", ", missing)} to the ClusterRole {role.Name}.",
            from resource in missing
            let groups = resource == "ingresses" ? new[] { "extensions", "networking.k8s.io" } : [""]
            let near = role.Root["rules"]
                .Items.FirstOrDefault(rule =>
                    rule["resources"].Items.Any(item => item.Text == resource)
                    && rule["apiGroups"].Items.Any(item => groups.Any(known => known == item.Text))
                    && rule["resourceNames"].Items.Count == 0
                )
            let written = string.Join(", ", groups.Select(name => YamlWriter.Text(name)))
            select near is not null
                ? Edit.Set(near, "verbs", Verbs)
                : Edit.Set(role.Root, "rules[+]", $"apiGroups: [{written}]\nresources: [{resource}]\nverbs: {Verbs}")
        );

    internal static Mend Account(Submission submission, Workload workload)
    {
        var space = workload.Manifest.Namespace;
        var account = submission
            .Manifests.OfKind("ServiceAccount")
            .Where(found => found.Namespace == space || submission.FileOf(found) == RightsFile)
            .MaxBy(found => found.Namespace == space);
        return account is not null
            ? Mend.Of($"Name the ServiceAccount {account.Name} in the pod template.", Named(account.Name))
            : Mend.Of(
                $"Write a ServiceAccount into traefik.rbac.yaml, and name it in {workload.Manifest.File}.",
                [.. Example.Add(submission, RightsFile).Edits, Named(ExampleNames.Account(submission))]
            );

        Edit Named(string name) => Edit.SetText(workload.Pod, "serviceAccountName", name);
    }

    internal static Mend Binding(Submission submission, Workload workload, string account) =>
        submission.Manifests.In(RightsFile).FirstOrDefault(found => found.Kind == "ClusterRoleBinding") is { } binding
            ? Mend.Of(
                $"Let {binding} name the ServiceAccount {account} of the namespace {workload.Manifest.Namespace}.",
                Edit.Set(
                    binding.Root,
                    binding.Root["subjects"].Items.Count == 1 ? "subjects[0]" : "subjects[+]",
                    $"kind: ServiceAccount\nname: {YamlWriter.Text(account)}\nnamespace: {workload.Manifest.Namespace}"
                )
            )
            : Example.Add(submission, RightsFile);
}
