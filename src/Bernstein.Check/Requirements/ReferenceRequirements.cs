using Bernstein.Check.Manifests;

namespace Bernstein.Check.Requirements;

/// <summary>Names and labels by which objects find each other.</summary>
internal static class ReferenceRequirements
{
    // Kubernetes writes it into every namespace.
    private const string RootCertificate = "kube-root-ca.crt";

    private static readonly string[] BuiltInRoles = ["cluster-admin", "admin", "edit", "view"];

    // The one Role that every cluster has and whose name does not begin with system: (kube-system lets an API server be asked who is who by it).
    private const string AuthenticationReader = "extension-apiserver-authentication-reader";

    /// <summary>An object that another one names.</summary>
    private sealed record Reference(string Kind, string Namespace, Node Name, Node Key, bool IsOptional);

    internal static Requirement Selectors() =>
        new(
            "wiring.selectors",
            Severity.Wiring,
            "Each workload's selector matches its own pod labels; each Service of a component selects the pods of that component and of no other component, in its own namespace.",
            "Kubernetes refuses the workload, or the Service leads nowhere or to the wrong pods.",
            "Write the same labels into the selector and into the pod template's metadata.labels.",
            JudgeSelectors
        );

    internal static Requirement References() =>
        new(
            "wiring.references",
            Severity.Wiring,
            "Every ConfigMap, Secret, key, ServiceAccount, PersistentVolumeClaim and Role that an object names is among the files.",
            "The pod never starts: CreateContainerConfigError, FailedMount or a ServiceAccount that is not found.",
            "Add the object or the key that is named, in the same namespace, or correct the name.",
            submission =>
            {
                var references = submission.Folder.Objects.SelectMany(found => Of(found).Select(reference => (found, reference))).ToArray();
                return references.Length == 0
                    ? Verdict.NotJudged("no object names another")
                    : Verdict.Of(references.Select(pair => WhyBroken(submission, pair.found, pair.reference)).OfType<Finding>());
            }
        );

    private static Verdict JudgeSelectors(Submission submission)
    {
        var findings = new List<Finding>();
        var judged = 0;
        foreach (
            var workload in submission.Workloads.Where(workload =>
                workload.Manifest.Kind is "Deployment" or "DaemonSet" or "StatefulSet" or "ReplicaSet"
            )
        )
        {
            judged++;
            var selector = workload.Manifest.Root.At("spec.selector");
            if (LabelSelector.IsEmpty(selector) || !LabelSelector.Matches(selector, workload.Labels))
            {
                findings.Add(
                    new Finding(
                        $"the selector of {workload.Manifest} ({LabelSelector.Show(selector["matchLabels"])}) does not match its pods' labels ({LabelSelector.Show(workload.Labels)})",
                        selector.Location
                    )
                );
            }
        }

        foreach (var component in Component.All)
        {
            if (submission.Workload(component) is not { } own)
            {
                continue;
            }

            foreach (var service in submission.Services(component))
            {
                judged++;
                findings.AddRange(OfService(submission, component, own, service));
            }
        }

        return judged == 0 ? Verdict.NotJudged("there is no workload") : Verdict.Of(findings);
    }

    private static IEnumerable<Finding> OfService(Submission submission, Component component, Workload own, KubernetesObject service)
    {
        var selector = service.Root.At("spec.selector");
        if (!LabelSelector.Selects(service, own))
        {
            yield return new Finding(
                own.Manifest.Namespace == service.Namespace
                    ? $"{service} selects {LabelSelector.Show(selector)}, and the pods of {component.Name} have the labels {LabelSelector.Show(own.Labels)}"
                    : $"{service} is in the namespace {service.Namespace}, and the pods of {component.Name} in {own.Manifest.Namespace}",
                selector.Location
            );
        }

        foreach (
            var other in submission.Workloads.Where(other =>
                !submission.Of(component).Contains(other.Manifest) && LabelSelector.Selects(service, other)
            )
        )
        {
            yield return new Finding($"{service} selects the pods of {other.Manifest} too", selector.Location);
        }
    }

    private static Finding? WhyBroken(Submission submission, KubernetesObject holder, Reference reference)
    {
        var name = reference.Name.Text ?? "";
        if (reference.IsOptional || name.Length == 0 || (reference.Kind == "ConfigMap" && name == RootCertificate))
        {
            return null;
        }

        if (submission.Find(reference.Kind, reference.Namespace, name) is null)
        {
            var elsewhere = submission.OfKind(reference.Kind).FirstOrDefault(found => found.Name == name);
            return new Finding(
                $"{holder} names the {reference.Kind} {name}, which is {(elsewhere is null ? "not among the files" : $"in the namespace {elsewhere.Namespace} and not in {reference.Namespace}")}",
                reference.Name.Location
            );
        }

        return
            reference.Key.Text is { } key
            && submission.Value(reference.Kind, reference.Namespace, name, key) is null
            && !HasKey(submission, reference, key)
            ? new Finding($"{holder} names the key {key}, which the {reference.Kind} {name} does not have", reference.Key.Location)
            : null;
    }

    private static bool HasKey(Submission submission, Reference reference, string key) =>
        submission.Find(reference.Kind, reference.Namespace, reference.Name.Text ?? "") is { } found
        && new[] { "data", "binaryData", "stringData" }.Any(map => found.Root[map].Entries.Any(entry => entry.Key == key));

    private static IEnumerable<Reference> Of(KubernetesObject found)
    {
        var nothing = new Missing(found.Root.Location);
        Reference To(string kind, Node name, Node? key = null, Node? optional = null, string? @namespace = null) =>
            new(kind, @namespace ?? found.Namespace, name, key ?? nothing, optional?.Text == "true");
        return found.Kind switch
        {
            "RoleBinding" or "ClusterRoleBinding" => OfBinding(found, To),
            "ServiceAccount" => found.Root["imagePullSecrets"].Items.Select(secret => To("Secret", secret["name"])),
            "Ingress" => found.Root.At("spec.tls").Items.Select(tls => To("Secret", tls["secretName"])),
            _ when Workload.Of(found) is { } workload => OfPod(workload, To),
            _ => [],
        };
    }

    private static IEnumerable<Reference> OfBinding(KubernetesObject binding, Func<string, Node, Node?, Node?, string?, Reference> to)
    {
        var role = binding.Root.At("roleRef.name");
        if (!IsInEveryCluster(binding, role.Text ?? ""))
        {
            yield return to(binding.Root.At("roleRef.kind").Text ?? "ClusterRole", role, null, null, null);
        }

        foreach (
            var subject in binding
                .Root["subjects"]
                .Items.Where(subject => subject["kind"].Text == "ServiceAccount" && subject["name"].Text != "default")
        )
        {
            yield return to("ServiceAccount", subject["name"], null, null, subject["namespace"].Text ?? binding.Namespace);
        }
    }

    private static bool IsInEveryCluster(KubernetesObject binding, string role) =>
        BuiltInRoles.Contains(role)
        || role.StartsWith("system:", StringComparison.Ordinal)
        || (role == AuthenticationReader && binding.Namespace == "kube-system" && binding.Root.At("roleRef.kind").Text == "Role");

    private static IEnumerable<Reference> OfPod(Workload workload, Func<string, Node, Node?, Node?, string?, Reference> to)
    {
        var pod = workload.Pod;
        var account = pod["serviceAccountName"].IsSet ? pod["serviceAccountName"] : pod["serviceAccount"];
        if (account.Text != "default")
        {
            yield return to("ServiceAccount", account, null, null, null);
        }

        foreach (var secret in pod["imagePullSecrets"].Items)
        {
            yield return to("Secret", secret["name"], null, null, null);
        }

        foreach (var container in workload.Containers)
        {
            foreach (var value in container["env"].Items.Select(item => item["valueFrom"]))
            {
                yield return to(
                    "ConfigMap",
                    value.At("configMapKeyRef.name"),
                    value.At("configMapKeyRef.key"),
                    value.At("configMapKeyRef.optional"),
                    null
                );
                yield return to(
                    "Secret",
                    value.At("secretKeyRef.name"),
                    value.At("secretKeyRef.key"),
                    value.At("secretKeyRef.optional"),
                    null
                );
            }

            foreach (var source in container["envFrom"].Items)
            {
                yield return to("ConfigMap", source.At("configMapRef.name"), null, source.At("configMapRef.optional"), null);
                yield return to("Secret", source.At("secretRef.name"), null, source.At("secretRef.optional"), null);
            }
        }

        foreach (var volume in pod["volumes"].Items.Concat(pod["volumes"].Items.SelectMany(volume => volume.At("projected.sources").Items)))
        {
            yield return to("PersistentVolumeClaim", volume.At("persistentVolumeClaim.claimName"), null, null, null);
            foreach (
                var (kind, source, name) in new[]
                {
                    ("ConfigMap", volume["configMap"], "name"),
                    ("Secret", volume["secret"], volume["secret"]["secretName"].IsSet ? "secretName" : "name"),
                }
            )
            {
                yield return to(kind, source[name], null, source["optional"], null);
                foreach (var item in source["items"].Items)
                {
                    yield return to(kind, source[name], item["key"], source["optional"], null);
                }
            }
        }
    }
}
