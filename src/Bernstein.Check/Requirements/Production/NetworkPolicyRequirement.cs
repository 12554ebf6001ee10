namespace Bernstein.Check.Requirements;

/// <summary><c>production.network-policy</c>: nothing may talk but the arrows of the architecture, and those may.</summary>
/// <param name="submission">What is judged.</param>
/// <param name="policies">The policies among the files.</param>
/// <param name="workloads">What makes the pods that policies are for.</param>
internal sealed class NetworkPolicyRequirement(Submission submission, NetworkPolicies policies, Workload[] workloads)
{
    private readonly IReadOnlyList<Arrow> _needed = Arrow.Needed(submission);

    private readonly (Component Component, Workload Workload)[] _parts =
    [
        .. submission.Parts(Component.All).Where(part => workloads.Any(workload => workload.Manifest == part.Workload.Manifest)),
    ];

    internal static Verdict NetworkPolicy(Submission submission)
    {
        // A pod in the network of its node is beyond every policy; production.pod-security speaks of it.
        var workloads = submission.Workloads.Where(workload => workload.Pod["hostNetwork"].Boolean != true).ToArray();
        var policies = new NetworkPolicies(submission.Manifests, submission.KubernetesVersion);
        return workloads is not [var first, ..] ? Verdict.NotJudged("there is no workload")
            : policies.Any ? Verdict.Of(new NetworkPolicyRequirement(submission, policies, workloads).Findings())
            : Verdict.Of(
                first.Manifest.Root.Lacks(
                    "there is no NetworkPolicy: every pod may talk to every other",
                    () => NetworkPolicyMends.All(submission)
                )
            );
    }

    // Who is not selected, who needs to talk and may not, and who may talk and need not.
    private IEnumerable<Finding> Findings() => [.. NotSelected(), .. Missing(), .. Within(), .. Out()];

    private IEnumerable<Finding> NotSelected() =>
        from workload in workloads
        from direction in Enum.GetValues<NetworkDirection>()
        where policies.Of(NetworkPeer.Of(workload), direction).Count == 0
        let open = direction == NetworkDirection.Ingress ? "all may talk to them" : "they may talk to all"
        select workload.Manifest.Root.Lacks($"no NetworkPolicy selects the pods of {workload.Manifest} for {direction}: {open}");

    private IEnumerable<Finding> Missing() =>
        [
            .. _needed
                .Where(arrow => workloads.Any(workload => workload.Manifest == arrow.From.Manifest))
                .SelectMany(arrow => Refused(NetworkPeer.Of(arrow.From), NetworkPeer.Of(arrow.To), arrow.Port)),
            .. _parts.Where(part => part.Component == Component.Traefik).SelectMany(part => OfTraefik(part.Workload)),
            .. workloads.Where(AsksForNames).SelectMany(workload => Refused(NetworkPeer.Of(workload), NetworkPeer.Names, 53, "UDP")),
        ];

    private IEnumerable<Finding> OfTraefik(Workload traefik)
    {
        var peer = NetworkPeer.Of(traefik);
        // The API server listens on one of the two ports, and its address is nobody's label.
        var api = NetworkPeer.World with
        {
            Name = "the Kubernetes API",
        };
        var isBlind =
            TraefikArguments.Texts(traefik).Any(argument => argument.Contains("kubernetes", StringComparison.OrdinalIgnoreCase))
            && !policies.Allow(peer, api, 443);
        return [.. Refused(NetworkPeer.World, peer, Component.Traefik.Ports[0]), .. isBlind ? Refused(peer, api, 6443) : []];
    }

    private IEnumerable<Finding> Within() =>
        from part in _parts
        let isStore = part.Component == Component.Redis || part.Component == Component.Postgres
        let server = NetworkPeer.Of(part.Workload)
        let guards = policies.Of(server, NetworkDirection.Ingress)
        where guards.Count > 0
        from port in part.Component.Ports
        from peer in Unneeded(part.Workload, port, isStore).Concat(isStore ? [NetworkPeer.World, .. Strangers(part.Workload, guards)] : [])
        where policies.Allow(peer, server, port)
        select guards[0].Root.Refused($"{peer.Name} may talk to {server.Name} on port {port} and need not");

    // Of what is no component, such as a test, only the way to the votes is asked about.
    private IEnumerable<NetworkPeer> Unneeded(Workload to, int port, bool isStore) =>
        from workload in workloads
        where workload.Manifest != to.Manifest
        where isStore || _parts.Any(part => part.Workload.Manifest == workload.Manifest)
        where !_needed.Contains(new Arrow(workload, to, port))
        select NetworkPeer.Of(workload);

    // Nobody but Traefik, which asks the Kubernetes API, has anything to say at the port that everything outside listens on.
    private IEnumerable<Finding> Out() =>
        from part in _parts
        where part.Component != Component.Traefik
        let peer = NetworkPeer.Of(part.Workload)
        let guards = policies.Of(peer, NetworkDirection.Egress)
        where guards.Count > 0 && policies.Allow(peer, NetworkPeer.World, 443)
        select guards[0].Root.Refused($"{peer.Name} may talk to the world on port 443 and need not");

    // A pod that nobody described, in each namespace that is known, and in one that is not.
    private static IEnumerable<NetworkPeer> Strangers(Workload to, IEnumerable<KubernetesObject> guards) =>
        guards
            .SelectMany(guard => guard.Root.At("spec.ingress").Items)
            .SelectMany(rule => rule["from"].Items)
            .Select(peer => peer.At("namespaceSelector.matchLabels")["kubernetes.io/metadata.name"].Text)
            .OfType<string>()
            .Append(to.Manifest.Namespace)
            .Append("of anybody else")
            .Distinct()
            .Select(NetworkPeer.Stranger);

    private IEnumerable<Finding> Refused(NetworkPeer from, NetworkPeer to, int port, string protocol = "TCP")
    {
        if (policies.Refusing(from, to, port, protocol) is not { } direction)
        {
            return [];
        }

        var peer = direction == NetworkDirection.Egress ? from : to;
        var (guard, where) = (policies.Of(peer, direction)[0], $"{(protocol == "UDP" ? "UDP " : "")}port {port}");
        return
        [
            guard.Root.Refused(
                $"{from.Name} needs to talk to {to.Name} on {where} and may not: the {direction} of {peer.Name} does not allow it",
                () => Mend.Of($"Allow in {guard.File} what is needed: {from.Name} to {to.Name} on port {port}.")
            ),
        ];
    }

    // Whoever is given the name of a Service asks for its address; Traefik, where its rules are in a file.
    private bool AsksForNames(Workload workload) =>
        submission.WorkloadOf(Component.Traefik)?.Manifest == workload.Manifest
            ? TraefikArguments
                .Texts(workload)
                .Any(argument =>
                    argument.StartsWith("--file", StringComparison.Ordinal)
                    || argument.StartsWith("--providers.file", StringComparison.Ordinal)
                )
            : _needed.Any(arrow => arrow.From.Manifest == workload.Manifest);
}
