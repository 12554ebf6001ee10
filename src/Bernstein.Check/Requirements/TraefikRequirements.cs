using System.Globalization;
using System.Text.RegularExpressions;
using Bernstein.Check.Manifests;

namespace Bernstein.Check.Requirements;

/// <summary>What only Traefik needs: rights, ports on every node, and its command line.</summary>
internal static partial class TraefikRequirements
{
    private static readonly string[] Verbs = ["get", "list", "watch"];

    internal static Requirement Authorization() =>
        LetterOf.Workload(
            Component.Traefik,
            "authorization",
            "Traefik may read the Kubernetes API.",
            "Traefik learns of no route and answers 404 to everything.",
            "In traefik.rbac.yaml, bind the ServiceAccount that traefik.deployment.yaml names (serviceAccountName) with a ClusterRoleBinding to a ClusterRole that grants get, list and watch on services, endpoints, secrets and ingresses.",
            JudgeAuthorization
        );

    internal static Requirement Port(string name, int port) =>
        LetterOf.Workload(
            Component.Traefik,
            $"port.{name}",
            $"Traefik exposes port {port} ({name}) inside the cluster.",
            "Nothing leads to Traefik.",
            $"Declare containerPort: {port} in traefik.deployment.yaml, and in traefik.service.yaml a Service with port: {port} and targetPort: {port}.",
            (submission, workload) => WorkloadRequirements.Exposes(submission, Component.Traefik, workload, port)
        );

    internal static Requirement NodePort(string name, int nodePort, int port) =>
        LetterOf.Workload(
            Component.Traefik,
            $"node-port.{name}",
            $"Port {nodePort} of every node leads to Traefik's port {port}.",
            "The browser finds nothing at the address that everybody was told.",
            $"In traefik.service.yaml, set type: NodePort and nodePort: {nodePort} beside port: {port}.",
            (submission, workload) => JudgeNodePort(submission, workload, nodePort, port)
        );

    internal static Requirement Arguments() =>
        new(
            "wiring.traefik-arguments",
            Severity.Wiring,
            "Traefik is told to serve its dashboard and to read Kubernetes, and gets no argument of another major version.",
            "The dashboard does not answer, no route is ever known, or Traefik ends at once.",
            "Add the args --api and --kubernetes (Traefik 1), or --api.insecure and --providers.kubernetesingress (Traefik 2 and later), and remove those of another major version.",
            submission =>
                submission.Workload(Component.Traefik) is { } workload
                    ? JudgeArguments(submission, workload)
                    : Verdict.NotJudged("there is no Traefik")
        );

    /// <summary>The major version in the tag of Traefik's image; null where there is no Traefik, or no version in its tag.</summary>
    internal static int? Major(Submission submission) =>
        int.TryParse(
            MajorOfTag().Match(submission.Workload(Component.Traefik)?.Container["image"].Text ?? "").Groups[1].Value,
            CultureInfo.InvariantCulture,
            out var major
        )
            ? major
            : null;

    private static Verdict JudgeAuthorization(Submission submission, Workload workload)
    {
        var account = workload.Pod["serviceAccountName"].IsSet ? workload.Pod["serviceAccountName"] : workload.Pod["serviceAccount"];
        if (account.Text is not { } name)
        {
            return Verdict.Fail("the pod template names no ServiceAccount", workload.Pod.Location);
        }

        var bindings = submission
            .OfKind("ClusterRoleBinding")
            .Where(binding =>
                binding
                    .Root["subjects"]
                    .Items.Any(subject =>
                        subject["kind"].Text == "ServiceAccount"
                        && subject["name"].Text == name
                        && subject["namespace"].Text == workload.Manifest.Namespace
                    )
            )
            .ToArray();
        if (bindings.Length == 0)
        {
            return Verdict.Fail(
                $"no ClusterRoleBinding names the ServiceAccount {name} of the namespace {workload.Manifest.Namespace} as a subject",
                account.Location
            );
        }

        if (bindings.Any(binding => RoleOf(binding) == "cluster-admin"))
        {
            return Verdict.Pass;
        }

        var rules = submission
            .OfKind("ClusterRole")
            .Where(role => bindings.Any(binding => RoleOf(binding) == role.Name))
            .SelectMany(role => role.Root["rules"].Items)
            .Where(rule => rule["resourceNames"].Items.Count == 0)
            .ToArray();
        var missing = new[] { "services", "endpoints", "secrets" }
            .Where(resource => !Grants(rules, "", resource))
            .Concat(Grants(rules, "extensions", "ingresses") || Grants(rules, "networking.k8s.io", "ingresses") ? [] : ["ingresses"])
            .ToArray();
        return missing.Length == 0
            ? Verdict.Pass
            : Verdict.Fail(
                $"the ClusterRole {string.Join(", ", bindings.Select(RoleOf))} does not grant get, list and watch on {string.Join(", ", missing)}",
                (rules.Length > 0 ? rules[0] : bindings[0].Root["roleRef"]).Location
            );
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
        var ports = WorkloadRequirements.ServicePorts(submission, Component.Traefik, workload, port).ToArray();
        if (ports.Length == 0)
        {
            return Verdict.Fail($"no Service in traefik.service.yaml has a port {port} that leads to the container's port {port}");
        }

        if (ports.Any(found => IsOnNodes(found.Service) && found.Port["nodePort"].Number == nodePort))
        {
            return Verdict.Pass;
        }

        var (service, item) = ports[0];
        return IsOnNodes(service)
            ? Verdict.Fail(
                $"the nodePort of port {port} is {WorkloadRequirements.Show(item["nodePort"])}; asked for is {nodePort}",
                item["nodePort"].Location
            )
            : Verdict.Fail(
                $"the type of {service} is {service.Root.At("spec.type").Text ?? "ClusterIP"}; asked for is NodePort",
                service.Root.At("spec.type").Location
            );
    }

    private static bool IsOnNodes(KubernetesObject service) => service.Root.At("spec.type").Text is "NodePort" or "LoadBalancer";

    private static Verdict JudgeArguments(Submission submission, Workload workload)
    {
        var major = Major(submission);
        var isFirst = major == 1;
        var written = workload.Container["command"].Items.Concat(workload.Container["args"].Items).ToArray();
        var arguments = written.Select(item => item.Text ?? "").ToArray();
        var configuration = Configuration(submission, workload);
        var (dashboard, kubernetes) = isFirst
            ? (
                Has(arguments, "api", below: false) || Has(arguments, "web", below: false) || FirstDashboard().IsMatch(configuration),
                Has(arguments, "kubernetes", below: false) || FirstKubernetes().IsMatch(configuration)
            )
            : (
                Has(arguments, "api.insecure", below: false) || LaterDashboard().IsMatch(configuration),
                Has(arguments, "providers.kubernetesingress", below: true) || LaterKubernetes().IsMatch(configuration)
            );
        var place = (workload.Container["args"].IsSet ? workload.Container["args"] : workload.Container).Location;
        var findings = new List<Finding>();
        if (!dashboard)
        {
            findings.Add(
                new Finding($"{(isFirst ? "--api" : "--api.insecure")} is not among the arguments: the dashboard is not served", place)
            );
        }

        if (!kubernetes)
        {
            findings.Add(
                new Finding(
                    $"{(isFirst ? "--kubernetes" : "--providers.kubernetesingress")} is not among the arguments: no Ingress is read",
                    place
                )
            );
        }

        findings.AddRange(
            from item in written
            let owner = major is { } version ? TraefikOptions.Owner(item.Text ?? "", version) : null
            where owner is not null
            select new Finding($"{item.Text} is an argument of {owner}, and Traefik {major} refuses to start with it", item.Location)
        );
        return Verdict.Of(findings);
    }

    // Where an option below this one counts, it does whatever its own value is.
    private static bool Has(string[] arguments, string option, bool below) =>
        arguments.Any(argument =>
            argument.StartsWith($"--{option}=", StringComparison.OrdinalIgnoreCase)
                ? !argument.EndsWith("=false", StringComparison.OrdinalIgnoreCase)
                : argument.Equals($"--{option}", StringComparison.OrdinalIgnoreCase)
                    || (below && argument.StartsWith($"--{option}.", StringComparison.OrdinalIgnoreCase))
        );

    // A configuration file reaches Traefik through a ConfigMap that its container mounts.
    private static string Configuration(Submission submission, Workload workload) =>
        string.Join(
            '\n',
            workload
                .Pod["volumes"]
                .Items.Where(volume =>
                    workload.Container["volumeMounts"].Items.Any(mount => mount["name"].Text is { } name && name == volume["name"].Text)
                )
                .Select(volume => submission.Find("ConfigMap", workload.Manifest.Namespace, volume.At("configMap.name").Text ?? ""))
                .OfType<KubernetesObject>()
                .SelectMany(found => found.Root["data"].Entries)
                .Select(entry => entry.Value.Text)
        );

    [GeneratedRegex(@":v?([0-9]+)(?![0-9a-zA-Z])[^/]*$")]
    private static partial Regex MajorOfTag();

    [GeneratedRegex(@"^[ \t]*\[(api|web)\]", RegexOptions.Multiline | RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex FirstDashboard();

    [GeneratedRegex(@"^[ \t]*\[kubernetes\]", RegexOptions.Multiline | RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex FirstKubernetes();

    [GeneratedRegex(@"^[ \t]*insecure\s*[:=]\s*true", RegexOptions.Multiline | RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex LaterDashboard();

    [GeneratedRegex(@"kubernetesIngress\s*(\]|:)", RegexOptions.Multiline | RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex LaterKubernetes();
}
