namespace Bernstein.Check.Requirements;

/// <summary>What only Traefik needs: rights, and ports on every node.</summary>
internal static class TraefikRequirements
{
    private static readonly string[] Verbs = ["get", "list", "watch"];

    internal static Requirement Authorization() =>
        ComponentRequirement.Workload(
            Component.Traefik,
            "authorization",
            "Traefik may read the Kubernetes API.",
            "Traefik learns of no route and answers 404 to everything.",
            "In traefik.rbac.yaml, bind the ServiceAccount that traefik.deployment.yaml names (serviceAccountName) with a ClusterRoleBinding to a ClusterRole that grants get, list and watch on services, endpoints, secrets and ingresses.",
            JudgeAuthorization
        );

    internal static Requirement Port(string name, int port) =>
        ComponentRequirement.Workload(
            Component.Traefik,
            $"port.{name}",
            $"Traefik exposes port {port} ({name}) inside the cluster.",
            "Nothing leads to Traefik.",
            $"Declare containerPort: {port} in traefik.deployment.yaml, and in traefik.service.yaml a Service with port: {port} and targetPort: {port}.",
            (submission, workload) => PortRequirements.Exposes(submission, Component.Traefik, workload, port)
        );

    internal static Requirement NodePort(string name, int nodePort, int port) =>
        ComponentRequirement.Workload(
            Component.Traefik,
            $"node-port.{name}",
            $"Port {nodePort} of every node leads to Traefik's port {port}.",
            "Nothing answers at the address that everybody was given.",
            $"In traefik.service.yaml, set type: NodePort and nodePort: {nodePort} at port: {port}.",
            (submission, workload) => JudgeNodePort(submission, workload, nodePort, port)
        );

    private static Verdict JudgeAuthorization(Submission submission, Workload workload)
    {
        if (workload.Account.Text is not { } name)
        {
            return Verdict.Fail(
                "the pod template names no ServiceAccount",
                workload.Pod.Location,
                () => TraefikMends.Account(submission, workload)
            );
        }

        var bindings = BindingsOf(submission, workload, name);
        if (bindings.Length == 0 && submission.Unread("traefik.rbac.yaml") is { } unread)
        {
            return Verdict.Of([unread]);
        }

        if (bindings.Length == 0)
        {
            return Verdict.Fail(
                $"no ClusterRoleBinding names the ServiceAccount {name} of the namespace {workload.Manifest.Namespace} as a subject",
                workload.Account.Location,
                () => OfAccount(submission, workload, name)
            );
        }

        return bindings.Any(binding => RoleOf(binding) == "cluster-admin") ? Verdict.Pass : JudgeRules(submission, bindings);
    }

    private static KubernetesObject[] BindingsOf(Submission submission, Workload workload, string account) =>
        [
            .. submission
                .Manifests.OfKind("ClusterRoleBinding")
                .Where(binding =>
                    binding
                        .Root["subjects"]
                        .Items.Any(subject =>
                            subject["kind"].Text == "ServiceAccount"
                            && subject["name"].Text == account
                            && subject["namespace"].Text == workload.Manifest.Namespace
                        )
                ),
        ];

    private static Verdict JudgeRules(Submission submission, KubernetesObject[] bindings)
    {
        var rules = submission
            .Manifests.OfKind("ClusterRole")
            .Where(role => bindings.Any(binding => RoleOf(binding) == role.Name))
            .SelectMany(role => role.Root["rules"].Items)
            .Where(rule => rule["resourceNames"].Items.Count == 0)
            .ToArray();
        var missing = new[] { "services", "endpoints", "secrets" }
            .Where(resource => !Grants(rules, "", resource))
            .Concat(Grants(rules, "extensions", "ingresses") || Grants(rules, "networking.k8s.io", "ingresses") ? [] : ["ingresses"])
            .ToArray();
        return missing.Length == 0 ? Verdict.Pass
            : rules.Length == 0 && submission.Unread("traefik.rbac.yaml") is { } unreadRole ? Verdict.Of([unreadRole])
            : Verdict.Fail(
                $"the ClusterRole {string.Join(", ", bindings.Select(RoleOf))} does not grant get, list and watch on {string.Join(", ", missing)}",
                (rules.Length > 0 ? rules[0] : bindings[0].Root["roleRef"]).Location,
                () => OfRole(submission, bindings, missing)
            );
    }

    // An account that is not there is mended as the reference to it is.
    private static Mend? OfAccount(Submission submission, Workload workload, string name) =>
        submission.Manifests.Find("ServiceAccount", workload.Manifest.Namespace, name) is null
        && Reference.Of(workload.Manifest).FirstOrDefault(reference => reference.Kind == "ServiceAccount") is { } reference
        && ReferenceMends.Of(submission, reference) is { } mend
            ? mend
            : TraefikMends.Binding(submission, workload, name);

    private static Mend? OfRole(Submission submission, KubernetesObject[] bindings, string[] missing)
    {
        var role = submission.Manifests.OfKind("ClusterRole").FirstOrDefault(role => bindings.Any(binding => RoleOf(binding) == role.Name));
        return role is not null ? TraefikMends.Rights(role, missing)
            : bindings.All(binding => RoleOf(binding).Length == 0) && submission.Manifests.OfKind("ClusterRole").ToArray() is [var only]
                ? ExpectedValues.Set(
                    bindings[0],
                    "roleRef",
                    $"apiGroup: rbac.authorization.k8s.io\nkind: ClusterRole\nname: {YamlWriter.Text(only.Name)}"
                )
            : Reference.Of(bindings[0]).FirstOrDefault(reference => reference.Kind == "ClusterRole") is { } broken
                ? ReferenceMends.Of(submission, broken)
            : null;
    }

    private static string RoleOf(KubernetesObject binding) =>
        binding.Root.At("roleRef.kind").Text == "ClusterRole" ? binding.Root.At("roleRef.name").Text ?? "" : "";

    private static bool Grants(IEnumerable<Node> rules, string group, string resource) =>
        Verbs.All(verb =>
            rules.Any(rule => Holds(rule["apiGroups"], group) && Holds(rule["resources"], resource) && Holds(rule["verbs"], verb))
        );

    private static bool Holds(Node list, string value) => list.Items.Any(item => item.Text == value || item.Text == "*");

    private static Verdict JudgeNodePort(Submission submission, Workload workload, int nodePort, int port)
    {
        Mend? Mended() => PortMends.OnNodes(submission, workload, port);
        var ports = PortRequirements.ServicePorts(submission, Component.Traefik, workload, port).ToArray();
        if (submission.ServicesOf(Component.Traefik).Count == 0 && submission.Unread(Component.Traefik.ServiceFile) is { } unread)
        {
            return Verdict.Of([unread]);
        }

        if (ports.Length == 0)
        {
            return Verdict.Fail(
                $"no Service in traefik.service.yaml has a port {port} that leads to the container's port {port}",
                mend: Mended
            );
        }

        if (ports.Any(found => IsOnNodes(found.Service) && found.Port["nodePort"].Number == nodePort))
        {
            return Verdict.Pass;
        }

        var (service, item) = ports[0];
        return IsOnNodes(service)
            ? Verdict.Fail(
                $"the nodePort of port {port} is {item["nodePort"].Shown}; asked for is {nodePort}",
                item["nodePort"].Location,
                Mended
            )
            : Verdict.Fail(
                $"the type of {service} is {service.Root.At("spec.type").Text ?? "ClusterIP"}; asked for is NodePort",
                service.Root.At("spec.type").Location,
                Mended
            );
    }

    private static bool IsOnNodes(KubernetesObject service) => service.Root.At("spec.type").Text is "NodePort" or "LoadBalancer";
}
