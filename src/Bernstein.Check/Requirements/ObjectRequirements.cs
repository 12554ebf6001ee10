using Bernstein.Kubernetes;

namespace Bernstein.Check.Requirements;

/// <summary>What holds for every object whatever it is: its schema, its scope, its encoding, its API version.</summary>
internal static class ObjectRequirements
{
    internal static Verdict Schema(Submission submission)
    {
        var custom = KnownKinds.DefinedBy(submission.Manifests.Objects);
        var objects = submission.Manifests.Objects.Select(found =>
            WithMends(submission, found, ManifestValidator.Validate(found, submission.KubernetesVersion, custom))
        );
        var files =
            from remark in submission.Folder.Remarks
            where remark.IsFault
            select new Finding(remark.Message, remark.Location) { MendBy = () => FileMends.Unread(submission, remark) };
        var faults = files.Concat(submission.LeftOut()).Select(fault => new[] { fault });
        return Verdict.OfEach(objects.Concat(faults), "there is no document", findings => findings);
    }

    internal static Verdict ScopeIsRight(Submission submission) =>
        Verdict.OfEach(
            submission.Manifests.Objects.Where(found => KnownKinds.IsClusterWide(found.Kind)),
            "there is no cluster-scoped object",
            found =>
                from space in found.Root.IfSet("metadata.namespace")
                select space.Refused(
                    $"{found} belongs to the whole cluster and has a namespace",
                    () => Mend.Of($"Remove the namespace of {found}.", Edit.Remove(space))
                )
        );

    internal static Verdict IngressApi(Submission submission) =>
        submission.KubernetesVersion is not { } version
            ? Verdict.NotJudged("no Kubernetes version was given")
            : Verdict.OfEach(
                submission.Manifests.OfKind("Ingress"),
                "there is no Ingress",
                ingress =>
                    ingress
                        .Root["apiVersion"]
                        .RefusedIf(
                            !KnownKinds.IsServed(ingress, version),
                            () => $"{ingress} is {ingress.ApiVersion}, which Kubernetes {version.ToString(2)} does not serve",
                            () => version >= new Version(1, 19) ? RouteMends.ToFirstVersion(ingress) : null
                        )
            );

    internal static Verdict SecretEncoding(Submission submission) =>
        Verdict.OfEach(
            submission.Manifests.OfKind("Secret").Where(secret => secret.Root["data"].Entries.Count > 0),
            "no Secret has values under data",
            secret => SecretData.BadlyEncoded(secret.Root)
        );

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
