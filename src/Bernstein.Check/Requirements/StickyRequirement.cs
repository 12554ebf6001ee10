namespace Bernstein.Check.Requirements;

/// <summary><c>wiring.sticky</c>: a browser stays with one instance of result.</summary>
internal static class StickyRequirement
{
    private const string First = "traefik.ingress.kubernetes.io/affinity";
    private const string Later = "traefik.ingress.kubernetes.io/service.sticky.cookie";

    // The names that Traefik 1.7 reads (provider/kubernetes/annotations.go of its source), the one of today first.
    private static readonly string[] FirstNames =
    [
        First,
        "ingress.kubernetes.io/affinity",
        "traefik.backend.loadbalancer.stickiness",
        "traefik.backend.loadbalancer.sticky",
    ];

    internal static Verdict Sticky(Submission submission) =>
        submission.WorkloadOf(Component.Result) is not { } result ? Verdict.NotJudged("there is no result")
        : !HasSeveralInstances(submission, result) ? Verdict.NotJudged("there are not several instances of result")
        : Verdict.OfEach(
            from ingress in submission.Manifests.In(Component.Result.IngressFile)
            where ingress.Kind == "Ingress"
            from service in submission.ServicesOf(Component.Result)
            where service.Namespace == ingress.Namespace
            where IngressBackend.Of(ingress).Any(backend => backend.Service == service.Name)
            select (Ingress: ingress, Service: service),
            "no Ingress in result.ingress.yaml leads to a Service in result.service.yaml",
            route => WhyNot(submission.TraefikMajor, route.Ingress, route.Service)
        );

    private static bool HasSeveralInstances(Submission submission, Workload result) =>
        result.Manifest.Root.At("spec.replicas").Number > 1
        || AvailabilityRequirement
            .ScalersOf(submission, result)
            .Any(scaler => scaler.Root.At("spec.minReplicas").Number > 1 || scaler.Root.At("spec.maxReplicas").Number > 1);

    private static IEnumerable<Finding> WhyNot(int? major, KubernetesObject ingress, KubernetesObject service)
    {
        (string[] Names, string Words) asked = major switch
        {
            null => ([.. FirstNames, Later], $"{First}: \"true\" (Traefik 1) or {Later}: \"true\" (Traefik 2 and later)"),
            1 => (FirstNames, $"{First}: \"true\" (Traefik 1)"),
            _ => ([Later], $"{Later}: \"true\" (Traefik {major}), or {First}: \"true\" (Traefik 1, which traefik.image asks for)"),
        };
        var (written, misplaced) = (Written(service), Written(ingress));
        var place = written.FirstOrDefault().Value ?? misplaced.FirstOrDefault().Value ?? service.Root["metadata"].Nearest("annotations");
        return place.RefusedIf(
            !written.Any(found => asked.Names.Contains(found.Name) && IsTrue(found.Value)),
            () =>
                written is [var (name, value), ..]
                    ? $"the annotation {name} on {service} {(asked.Names.Contains(name) ? $"is {value.Shown}" : "is of another version of Traefik")}; asked for is {asked.Words}"
                : misplaced is [var (other, _), ..]
                    ? $"the annotation {other} has no effect on {ingress}; asked for on {service} is {asked.Words}"
                : $"{service} does not keep a browser with one instance; asked for is the annotation {asked.Words}",
            // Traefik in another version than the one that is asked for changes too.
            () =>
                Mend.Of(
                    $"In {service.File}, write the annotation {First}: \"true\".",
                    Edit.Set(service.Root, Edit.Below("metadata.annotations", First), "\"true\"")
                )
        );
    }

    // The annotations of an object that are about this, of whatever version.
    private static (string Name, Node Value)[] Written(KubernetesObject found) =>
        [
            .. from name in FirstNames.Append(Later)
            let value = found.Root.At("metadata.annotations")[name]
            where value.IsSet
            select (name, value),
        ];

    // What Go's strconv.ParseBool takes for true, and Traefik with it.
    private static bool IsTrue(Node value) => value.Text is "true" or "True" or "TRUE" or "t" or "T" or "1";
}
