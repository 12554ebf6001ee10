using Bernstein.Kubernetes;

namespace Bernstein.Check.Requirements;

/// <summary>What holds for every object whatever it is: its schema, its scope, its encoding, its API version.</summary>
internal static class ObjectRequirements
{
    internal static Requirement Schema() =>
        new(
            "wiring.schema",
            Severity.Wiring,
            "Every document is one that the API server takes: valid for its API version, and not refused by the API's own validation.",
            "kubectl refuses the file, or Kubernetes silently drops what it does not know.",
            "Correct the field that is named; kubectl explain KIND.PATH says what is allowed there.",
            submission =>
            {
                var faults = submission
                    .Folder.Remarks.Where(remark => remark.IsFault)
                    .Select(remark => new Finding(remark.Message, remark.Location) { MendBy = () => FileMends.Unread(submission, remark) })
                    .Concat(submission.LeftOut())
                    .ToArray();
                var custom = CustomKinds.Of(submission.Manifests.Objects);
                return submission.Manifests.Objects.Count + faults.Length == 0
                    ? Verdict.NotJudged("there is no document")
                    : Verdict.Of(
                        submission
                            .Manifests.Objects.SelectMany(found =>
                                WithMends(submission, found, ManifestValidator.Validate(found, submission.KubernetesVersion, custom))
                            )
                            .Concat(faults)
                    );
            }
        )
        {
            IsForAnyManifests = true,
        };

    internal static Requirement ScopeIsRight() =>
        new(
            "wiring.scope",
            Severity.Wiring,
            "No cluster-scoped object has a namespace.",
            "Tools that go by namespace look for the object where it can't be.",
            "Remove metadata.namespace from the object.",
            submission =>
            {
                var clusterWide = submission.Manifests.Objects.Where(found => Scope.IsClusterWide(found.Kind)).ToArray();
                return clusterWide.Length == 0
                    ? Verdict.NotJudged("there is no cluster-scoped object")
                    : Verdict.Of(
                        clusterWide
                            .Where(found => found.Root.At("metadata.namespace").IsSet)
                            .Select(found => new Finding(
                                $"{found} belongs to the whole cluster and has a namespace",
                                found.Root.At("metadata.namespace").Location
                            )
                            {
                                MendBy = () => Mend.Of($"Remove the namespace of {found}.", Edit.Remove(found.Root, "metadata.namespace")),
                            })
                    );
            }
        )
        {
            IsForAnyManifests = true,
        };

    internal static Requirement IngressApi() =>
        new(
            "wiring.ingress-api",
            Severity.Wiring,
            "The Ingress API version is one that the target Kubernetes version serves.",
            "kubectl apply answers: no matches for kind \"Ingress\".",
            "Use networking.k8s.io/v1 on Kubernetes 1.19 and later.",
            submission =>
            {
                var ingresses = submission.Manifests.OfKind("Ingress").ToArray();
                return submission.KubernetesVersion is not { } version ? Verdict.NotJudged("no Kubernetes version was given")
                    : ingresses.Length == 0 ? Verdict.NotJudged("there is no Ingress")
                    : Verdict.Of(
                        ingresses
                            .Where(ingress => !ServedApi.Serves(ingress, version))
                            .Select(ingress => new Finding(
                                $"{ingress} is {ingress.ApiVersion}, which Kubernetes {version.ToString(2)} does not serve",
                                ingress.Root["apiVersion"].Location
                            )
                            {
                                MendBy = () => version >= new Version(1, 19) ? RouteMends.ToFirstVersion(ingress) : null,
                            })
                    );
            }
        )
        {
            IsForAnyManifests = true,
        };

    private static IEnumerable<Finding> WithMends(Submission submission, KubernetesObject found, IEnumerable<Finding> findings)
    {
        var whole = new Lazy<Mend?>(() => AsAWhole(submission, found));
        var misnamed = new Lazy<(Node, Mend)?>(() => SpreadRequirements.Misnamed(submission, found));
        return findings.Select(finding =>
            finding with
            {
                MendBy = () =>
                    whole.Value
                    ?? (
                        misnamed.Value is var (rules, mend) && finding.Location is { } place && StandsIn(rules, place.Line)
                            ? mend
                            : BothEnds(submission, found, finding.Mend)
                    ),
            }
        );
    }

    // What else changes with it.
    private static Mend? BothEnds(Submission submission, KubernetesObject found, Mend? mend) =>
        mend?.Edits is [{ Kind: EditKind.Set, Path: "metadata.name", Value: var name }]
            ? NameMends.ToName(submission, found, name, mend.Sentence)
        : mend?.Edits is [{ Kind: EditKind.Set, Path: var place, Value: var other }]
        && Reference.Of(found).FirstOrDefault(reference => reference.Name.Path == place) is { } named
        && submission.Manifests.Find(named.Kind, named.Namespace, named.Name.Text ?? "") is { } meant
            ? NameMends.ToName(submission, meant, other, mend.Sentence)
        : mend?.Edits is [{ Path: var path }]
        && path.EndsWith(".nodePort", StringComparison.Ordinal)
        && submission.ServicesOf(Component.Traefik).Contains(found)
        && submission.WorkloadOf(Component.Traefik) is { } traefik
        && Component.Traefik.Ports.FirstOrDefault(port => found.Root.At(path[..^".nodePort".Length])["port"].Number == port)
            is > 0
                and var port
            ? PortMends.OnNodes(submission, traefik, port)
        : mend;

    private static bool StandsIn(Node node, int line) =>
        node.Location.Line == line
        || node.Items.Any(item => StandsIn(item, line))
        || node.Entries.Any(entry => StandsIn(entry.Value, line));

    // An object of the wrong kind or version is mended as a whole, and not field by field.
    private static Mend? AsAWhole(Submission submission, KubernetesObject found) =>
        found.Further.Count > 0 ? FileMends.Separate(found)
        : found.Kind == "Ingress" && RouteMends.IsOld(found) ? RouteMends.ToFirstVersion(found)
        : FileMends.Kind(submission, found) is { } kind ? kind
        : Component.All.FirstOrDefault(component => component.WorkloadFile == submission.FileOf(found)) is { } component
        && found.Root.At("spec.template.spec").IsSet
        && submission.WorkloadOf(component) is null
            ? FileMends.Workload(submission, component)
        : null;
}
