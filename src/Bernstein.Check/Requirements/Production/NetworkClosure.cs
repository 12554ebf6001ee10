namespace Bernstein.Check.Requirements;

/// <summary>What the NetworkPolicies allow, compared with what the application needs.</summary>
/// <param name="submission">What is judged.</param>
/// <param name="policies">The policies among the files.</param>
/// <param name="workloads">What makes the pods that policies are for.</param>
internal sealed class NetworkClosure(Submission submission, NetworkPolicies policies, Workload[] workloads)
{
    private static readonly NetworkDirection[] Directions = Enum.GetValues<NetworkDirection>();

    private readonly IReadOnlyList<Arrow> _needed = Arrow.Needed(submission);

    private readonly (Component Component, Workload Workload)[] _components =
    [
        .. from component in Component.All
        let workload = submission.WorkloadOf(component)
        where workload is not null && workloads.Any(other => other.Manifest == workload.Manifest)
        select (component, workload),
    ];

    /// <summary>Who is not selected, who needs to talk and may not, and who may talk and need not.</summary>
    internal IEnumerable<Finding> Findings() => [.. NotSelected(), .. Missing(), .. Within(), .. Out()];

    private IEnumerable<Finding> NotSelected() =>
        from workload in workloads
        from direction in Directions
        where policies.Of(NetworkPeer.Of(workload), direction).Count == 0
        let open = direction == NetworkDirection.Ingress ? "all may talk to them" : "they may talk to all"
        select workload.Manifest.Root.Lacks($"no NetworkPolicy selects the pods of {workload.Manifest} for {direction}: {open}");

    private IEnumerable<Finding> Missing() =>
        [
            .. from arrow in _needed
            where workloads.Any(workload => workload.Manifest == arrow.From.Manifest)
            from finding in Refused(NetworkPeer.Of(arrow.From), NetworkPeer.Of(arrow.To), arrow.Port)
            select finding,
            .. from found in _components
            where found.Component == Component.Traefik
            from finding in OfTraefik(found.Workload)
            select finding,
            .. from workload in workloads
            where AsksForNames(workload)
            from finding in Refused(NetworkPeer.Of(workload), NetworkPeer.Names, 53, "UDP")
            select finding,
        ];

    private IEnumerable<Finding> OfTraefik(Workload traefik)
    {
        var peer = NetworkPeer.Of(traefik);
        // The API server listens on one of the two ports, and its address is nobody's label.
        var api = NetworkPeer.World with
        {
            Name = "the Kubernetes API",
        };
        var isBlind = ReadsKubernetes(traefik) && !policies.Allow(peer, api, 443);
        return [.. Refused(NetworkPeer.World, peer, Component.Traefik.Ports[0]), .. isBlind ? Refused(peer, api, 6443) : []];
    }

    private IEnumerable<Finding> Within() =>
        from found in _components
        let isStore = found.Component == Component.Redis || found.Component == Component.Postgres
        let server = NetworkPeer.Of(found.Workload)
        let guards = policies.Of(server, NetworkDirection.Ingress)
        where guards.Count > 0
        from port in found.Component.Ports
        from peer in Unneeded(found.Workload, port, isStore)
            .Concat(isStore ? [NetworkPeer.World, .. Strangers(found.Workload, guards)] : [])
        where policies.Allow(peer, server, port)
        select guards[0].Root.Refused($"{peer.Name} may talk to {server.Name} on port {port} and need not");

    // Of what is no component, such as a test, only the way to the votes is asked about.
    private IEnumerable<NetworkPeer> Unneeded(Workload to, int port, bool isStore) =>
        from workload in workloads
        where workload.Manifest != to.Manifest
        where isStore || _components.Any(found => found.Workload.Manifest == workload.Manifest)
        where !_needed.Contains(new Arrow(workload, to, port))
        select NetworkPeer.Of(workload);

    // Nobody but Traefik, which asks the Kubernetes API, has anything to say at the port that everything outside listens on.
    private IEnumerable<Finding> Out() =>
        from found in _components
        where found.Component != Component.Traefik
        let peer = NetworkPeer.Of(found.Workload)
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
        var guard = policies.Of(peer, direction)[0];
        var where = $"{(protocol == "UDP" ? "UDP " : "")}port {port}";
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
            ? Arguments(workload)
                .Any(argument =>
                    argument.StartsWith("--file", StringComparison.Ordinal)
                    || argument.StartsWith("--providers.file", StringComparison.Ordinal)
                )
            : _needed.Any(arrow => arrow.From.Manifest == workload.Manifest);

    private static bool ReadsKubernetes(Workload traefik) =>
        Arguments(traefik).Any(argument => argument.Contains("kubernetes", StringComparison.OrdinalIgnoreCase));

    private static IEnumerable<string> Arguments(Workload workload) => TraefikArguments.Written(workload).Select(item => item.Text ?? "");
}
