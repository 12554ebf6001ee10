namespace Bernstein.Check.Requirements;

/// <summary><c>wiring.sticky</c>: a browser stays with one instance of result.</summary>
internal static class StickyRequirement
{
    private const string First = "traefik.ingress.kubernetes.io/affinity";
    private const string Later = "traefik.ingress.kubernetes.io/service.sticky.cookie";

    /// <summary>The names that Traefik 1.7 reads (provider/kubernetes/annotations.go of its source), the one of today first.</summary>
    private static readonly string[] FirstNames =
    [
        First,
        "ingress.kubernetes.io/affinity",
        "traefik.backend.loadbalancer.stickiness",
        "traefik.backend.loadbalancer.sticky",
    ];

    internal static Requirement Sticky() =>
        new(
            "wiring.sticky",
            Severity.Wiring,
            "A browser stays with one instance of result while it reads the count.",
            "The count is read in a session that lives in one instance; the next one answers 400, and the page shows no number.",
            $"Write the annotation {First}: \"true\" (Traefik 1) or {Later}: \"true\" (Traefik 2 and later) on the Service in result.service.yaml, under metadata.annotations.",
            Judge
        );

    private static Verdict Judge(Submission submission)
    {
        if (submission.WorkloadOf(Component.Result) is not { } result)
        {
            return Verdict.NotJudged("there is no result");
        }

        if (!HasSeveralInstances(submission, result))
        {
            return Verdict.NotJudged("there are not several instances of result");
        }

        var routes = (
            from ingress in submission.Manifests.In(Component.Result.IngressFile)
            where ingress.Kind == "Ingress"
            from service in submission.ServicesOf(Component.Result)
            where service.Namespace == ingress.Namespace
            where IngressBackend.Of(ingress).Any(backend => backend.Service == service.Name)
            select (ingress, service)
        ).ToArray();
        return routes.Length == 0
            ? Verdict.NotJudged("no Ingress in result.ingress.yaml leads to a Service in result.service.yaml")
            : Verdict.Of(routes.Select(route => WhyNot(submission.TraefikMajor, route.ingress, route.service)).OfType<Finding>());
    }

    private static bool HasSeveralInstances(Submission submission, Workload result) =>
        result.Manifest.Root.At("spec.replicas").Number > 1
        || submission
            .Manifests.OfKind("HorizontalPodAutoscaler")
            .Select(scaler => (scaler, Spec: scaler.Root["spec"]))
            .Any(found =>
                found.scaler.Namespace == result.Manifest.Namespace
                && found.Spec.At("scaleTargetRef.kind").Text == result.Manifest.Kind
                && found.Spec.At("scaleTargetRef.name").Text == result.Manifest.Name
                && (found.Spec["minReplicas"].Number > 1 || found.Spec["maxReplicas"].Number > 1)
            );

    private static (string[] Names, string Words) Asked(int? major) =>
        major switch
        {
            null => ([.. FirstNames, Later], $"{First}: \"true\" (Traefik 1) or {Later}: \"true\" (Traefik 2 and later)"),
            1 => (FirstNames, $"{First}: \"true\" (Traefik 1)"),
            _ => ([Later], $"{Later}: \"true\" (Traefik {major}), or {First}: \"true\" (Traefik 1, which traefik.image asks for)"),
        };

    private static Finding? WhyNot(int? major, KubernetesObject ingress, KubernetesObject service)
    {
        var (names, asked) = Asked(major);
        // Traefik in another version than the one that is asked for changes too.
        Mend Mended() =>
            Mend.Of(
                $"In {service.File}, write the annotation {First}: \"true\".",
                Edit.Set(service.Root, Edit.Below("metadata.annotations", First), "\"true\"")
            );
        var metadata = service.Root["metadata"];
        if (names.Any(name => IsTrue(metadata["annotations"][name])))
        {
            return null;
        }

        if (Written(service) is var (name, value))
        {
            var reason = names.Contains(name) ? $"is {value.Shown}" : "is of another version of Traefik";
            return new Finding($"the annotation {name} on {service} {reason}; asked for is {asked}", value.Location) { MendBy = Mended };
        }

        return Written(ingress) is var (misplaced, place)
            ? new Finding($"the annotation {misplaced} has no effect on {ingress}; asked for on {service} is {asked}", place.Location)
            {
                MendBy = Mended,
            }
            : new Finding(
                $"{service} does not keep a browser with one instance; asked for is the annotation {asked}",
                (metadata["annotations"].IsSet ? metadata["annotations"] : metadata).Location
            )
            {
                MendBy = Mended,
            };
    }

    // The first annotation of an object that is about this, of whatever version.
    private static (string Name, Node Value)? Written(KubernetesObject found) =>
        FirstNames
            .Append(Later)
            .Select(name => ((string Name, Node Value)?)(name, found.Root.At("metadata.annotations")[name]))
            .FirstOrDefault(annotation => annotation!.Value.Value.IsSet);

    // What Go's strconv.ParseBool takes for true, and Traefik with it.
    private static bool IsTrue(Node value) => value.Text is "true" or "True" or "TRUE" or "t" or "T" or "1";
}
