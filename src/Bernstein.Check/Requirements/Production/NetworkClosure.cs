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
    internal IEnumerable<Finding> Findings() => [.. NotSelected(), .. Missing(), .. TooMuch()];

    private IEnumerable<Finding> NotSelected() =>
        from workload in workloads
        from direction in Directions
        where policies.Of(NetworkPeer.Of(workload), direction).Count == 0
        select new Finding(
            $"no NetworkPolicy selects the pods of {workload.Manifest} for {direction}: {(direction == NetworkDirection.Ingress ? "all may talk to them" : "they may talk to all")}",
            workload.Manifest.Root.Location
        )
        {
            MayBeElsewhere = true,
        };

    private IEnumerable<Finding> Missing()
    {
        foreach (var (from, to, port) in _needed.Where(arrow => workloads.Any(workload => workload.Manifest == arrow.From.Manifest)))
        {
            if (Refused(NetworkPeer.Of(from), NetworkPeer.Of(to), port) is { } finding)
            {
                yield return finding;
            }
        }

        var traefik = _components.FirstOrDefault(found => found.Component == Component.Traefik).Workload;
        if (traefik is not null && Refused(NetworkPeer.World, NetworkPeer.Of(traefik), Component.Traefik.Ports[0]) is { } closed)
        {
            yield return closed;
        }

        if (traefik is not null && ReadsKubernetes(traefik))
        {
            var peer = NetworkPeer.Of(traefik);
            // The API server listens on one of the two, and its address is nobody's label.
            var api = NetworkPeer.World with
            {
                Name = "the Kubernetes API",
            };
            if (!policies.Allow(peer, api, 443) && Refused(peer, api, 6443) is { } blind)
            {
                yield return blind;
            }
        }

        foreach (var workload in workloads.Where(AsksForNames))
        {
            if (Refused(NetworkPeer.Of(workload), NetworkPeer.Names, 53, "UDP") is { } nameless)
            {
                yield return nameless;
            }
        }
    }

    private IEnumerable<Finding> TooMuch() => [.. Within(), .. Out()];

    private IEnumerable<Finding> Within()
    {
        foreach (var (component, to) in _components)
        {
            var (server, isStore) = (NetworkPeer.Of(to), component == Component.Redis || component == Component.Postgres);
            var guards = policies.Of(server, NetworkDirection.Ingress);
            foreach (var port in guards.Count == 0 ? [] : component.Ports)
            {
                // Of what is no component, such as a test, only the way to the votes is asked about.
                var sources = workloads
                    .Where(from => from.Manifest != to.Manifest)
                    .Where(from => isStore || _components.Any(found => found.Workload.Manifest == from.Manifest))
                    .Where(from => !_needed.Contains(new Arrow(from, to, port)))
                    .Select(NetworkPeer.Of)
                    .Concat(isStore ? [NetworkPeer.World, .. Strangers(to, guards)] : []);
                foreach (var from in sources.Where(from => policies.Allow(from, server, port)))
                {
                    yield return new Finding($"{from.Name} may talk to {server.Name} on port {port} and need not", guards[0].Root.Location);
                }
            }
        }
    }

    // Nobody but Traefik, which asks the Kubernetes API, has anything to say at the port that everything outside listens on.
    private IEnumerable<Finding> Out() =>
        from found in _components
        where found.Component != Component.Traefik
        let peer = NetworkPeer.Of(found.Workload)
        let guards = policies.Of(peer, NetworkDirection.Egress)
        where guards.Count > 0 && policies.Allow(peer, NetworkPeer.World, 443)
        select new Finding($"{peer.Name} may talk to the world on port 443 and need not", guards[0].Root.Location);

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

    private Finding? Refused(NetworkPeer from, NetworkPeer to, int port, string protocol = "TCP")
    {
        if (policies.Refusing(from, to, port, protocol) is not { } direction)
        {
            return null;
        }

        var guard = policies.Of(direction == NetworkDirection.Egress ? from : to, direction)[0];
        return new Finding(
            $"{from.Name} needs to talk to {to.Name} on {(protocol == "UDP" ? "UDP " : "")}port {port} and may not: the {direction} of {(direction == NetworkDirection.Egress ? from : to).Name} does not allow it",
            guard.Root.Location
        )
        {
            MendBy = () => Mend.Of($"Allow in {guard.File} what is needed: {from.Name} to {to.Name} on port {port}."),
        };
    }

    // Whoever is given the name of a Service asks for its address; Traefik, where its rules are in a file.
    private bool AsksForNames(Workload workload) =>
        _needed.Any(arrow => arrow.From.Manifest == workload.Manifest && !IsTraefik(workload))
        || (
            IsTraefik(workload)
            && Arguments(workload)
                .Any(argument =>
                    argument.StartsWith("--file", StringComparison.Ordinal)
                    || argument.StartsWith("--providers.file", StringComparison.Ordinal)
                )
        );

    private static bool ReadsKubernetes(Workload traefik) =>
        Arguments(traefik).Any(argument => argument.Contains("kubernetes", StringComparison.OrdinalIgnoreCase));

    private bool IsTraefik(Workload workload) => submission.WorkloadOf(Component.Traefik)?.Manifest == workload.Manifest;

    private static IEnumerable<string> Arguments(Workload workload) =>
        workload.Container["args"].Items.Concat(workload.Container["command"].Items).Select(item => item.Text ?? "");
}
