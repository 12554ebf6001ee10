using Bernstein.Check.Application;
using Bernstein.Check.Mends;
using Bernstein.Kubernetes.Manifests;
using Bernstein.Kubernetes.Objects;
using Bernstein.Kubernetes.Types;
using Bernstein.Kubernetes.Values;
using Bernstein.Kubernetes.Yaml;

namespace Bernstein.Check.Requirements;

/// <summary><c>wiring.claim</c>: the claim that postgres mounts finds a volume.</summary>
internal static class ClaimRequirement
{
    internal static Requirement Claim() =>
        new(
            "wiring.claim",
            Severity.Wiring,
            "The claim that postgres mounts can bind to the PersistentVolume among the files.",
            "The claim stays Pending, and postgres with it.",
            "Give the PersistentVolume and the claim in postgres.volume.yaml the same storageClassName and accessModes, and the volume at least the size that the claim requests.",
            Judge
        );

    private static Verdict Judge(Submission submission)
    {
        if (submission.WorkloadOf(Component.Postgres) is not { } postgres || PostgresVolume.Claim(submission, postgres) is not { } mounted)
        {
            return Verdict.NotJudged("postgres mounts no claim");
        }

        if (
            submission.Manifests.Find("PersistentVolumeClaim", postgres.Manifest.Namespace, mounted["claimName"].Text ?? "")
            is not { } claim
        )
        {
            return Verdict.NotJudged("the claim that postgres mounts is not among the files");
        }

        var volumes = submission.Manifests.OfKind("PersistentVolume").ToArray();
        var reasons = volumes.Select(volume => WhyNot(volume, claim)).ToArray();
        return volumes.Length == 0 || reasons.Any(reason => reason is null) ? Verdict.Pass : Verdict.Of(reasons.OfType<Finding>());
    }

    private static Finding? WhyNot(KubernetesObject volume, KubernetesObject claim)
    {
        var (offered, asked) = (volume.Root["spec"], claim.Root["spec"]);
        if (asked["volumeName"].Text is { Length: > 0 } name && name != volume.Name)
        {
            return new Finding($"the claim asks for the volume {name}, and the volume is {volume.Name}", asked["volumeName"].Location)
            {
                Mend = Right.Set(claim, "spec.volumeName", YamlWriter.Text(volume.Name)),
            };
        }

        if (
            offered["claimRef"] is { IsSet: true } owner
            && (owner["name"].Text != claim.Name || (owner["namespace"].Text ?? "default") != claim.Namespace)
        )
        {
            return new Finding(
                $"{volume} is kept for the claim {owner["name"].Text} of the namespace {owner["namespace"].Text}",
                owner.Location
            )
            {
                Mend = Right.Set(volume, "spec.claimRef", $"name: {YamlWriter.Text(claim.Name)}\nnamespace: {claim.Namespace}"),
            };
        }

        var (offeredClass, askedClass) = (offered["storageClassName"].Text ?? "", asked["storageClassName"].Text ?? "");
        if (offeredClass != askedClass)
        {
            return new Finding(
                $"the class of {volume} is \"{offeredClass}\" and that of the claim \"{askedClass}\"",
                asked["storageClassName"].Location
            )
            {
                Mend = Right.Set(claim, "spec.storageClassName", YamlWriter.Text(offeredClass)),
            };
        }

        var modes = asked["accessModes"]
            .Items.Select(mode => mode.Text)
            .Except(offered["accessModes"].Items.Select(mode => mode.Text))
            .ToArray();
        if (modes.Length > 0)
        {
            return new Finding($"{volume} does not offer the access mode {string.Join(", ", modes)}", asked["accessModes"].Location)
            {
                Mend = modes.All(ApiRules.IsAccessMode)
                    ? Right.Set(volume, "spec.accessModes", YamlWriter.Flow(asked["accessModes"]))
                    : null,
            };
        }

        var (capacity, request) = (offered.At("capacity.storage"), asked.At("resources.requests.storage"));
        if (Quantity.Parse(capacity.Text) is not { } size || Quantity.Parse(request.Text) is not { } wanted || size < wanted)
        {
            return new Finding($"{volume} has {capacity.Shown} and the claim requests {request.Shown}", request.Location)
            {
                Mend =
                    Quantity.Parse(request.Text) > 0 ? Right.Set(volume, "spec.capacity.storage", YamlWriter.Flow(request))
                    : Quantity.Parse(capacity.Text) > 0 ? Right.Set(claim, "spec.resources.requests.storage", YamlWriter.Flow(capacity))
                    : null,
            };
        }

        return LabelSelector.Matches(asked["selector"], volume.Root.At("metadata.labels"))
            ? null
            : new Finding($"the claim's selector does not match the labels of {volume}", asked["selector"].Location)
            {
                Mend = Mend.Of($"In {claim.File}, remove the selector.", Edit.Remove(claim.Root, "spec.selector")),
            };
    }
}
