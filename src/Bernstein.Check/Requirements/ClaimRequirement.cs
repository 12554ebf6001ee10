namespace Bernstein.Check.Requirements;

/// <summary><c>wiring.claim</c>: the claim that postgres mounts finds a volume.</summary>
internal static class ClaimRequirement
{
    private const string OneWriter = "ReadWriteOnce";

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

        var volumes = submission.Manifests.OfKind("PersistentVolume");
        // Of several volumes, the one that suits nearly.
        return Verdict.Of(volumes.Select(volume => WhyNot(volume, claim)).MinBy(reasons => reasons.Length) ?? []);
    }

    private static Finding[] WhyNot(KubernetesObject volume, KubernetesObject claim) =>
        [
            .. new[] { NameDiffers, IsKept, ClassDiffers, ModeIsMissing, IsTooSmall, IsNotSelected }
                .Select(whyNot => whyNot(volume, claim))
                .OfType<Finding>(),
        ];

    private static Finding? NameDiffers(KubernetesObject volume, KubernetesObject claim) =>
        claim.Root.At("spec.volumeName") is { Text: { Length: > 0 } name } asked && name != volume.Name
            ? asked.Refused(
                $"the claim asks for the volume {name}, and the volume is {volume.Name}",
                () => ExpectedValues.Set(claim, "spec.volumeName", YamlWriter.Text(volume.Name))
            )
            : null;

    private static Finding? IsKept(KubernetesObject volume, KubernetesObject claim) =>
        volume.Root.At("spec.claimRef") is { IsSet: true } owner
        && (owner["name"].Text != claim.Name || (owner["namespace"].Text ?? "default") != claim.Namespace)
            ? owner.Refused(
                $"{volume} is kept for the claim {owner["name"].Text} of the namespace {owner["namespace"].Text}",
                () => ExpectedValues.Set(volume, "spec.claimRef", $"name: {YamlWriter.Text(claim.Name)}\nnamespace: {claim.Namespace}")
            )
            : null;

    private static Finding? ClassDiffers(KubernetesObject volume, KubernetesObject claim)
    {
        const string Class = "spec.storageClassName";
        var (offered, asked) = (volume.Root.At(Class).Text ?? "", claim.Root.At(Class).Text ?? "");
        return offered == asked
            ? null
            : claim
                .Root.At(Class)
                .Refused(
                    $"the class of {volume} is \"{offered}\", and the claim has \"{asked}\"",
                    () => ExpectedValues.Set(claim, Class, YamlWriter.Text(offered))
                );
    }

    private static Finding? ModeIsMissing(KubernetesObject volume, KubernetesObject claim)
    {
        const string Modes = "spec.accessModes";
        var (offered, asked) = (volume.Root.At(Modes), claim.Root.At(Modes));
        var missing = asked.Items.Select(mode => mode.Text).Except(offered.Items.Select(mode => mode.Text)).ToArray();
        return missing.Length == 0
            ? null
            : asked.Refused(
                $"{volume} does not offer the access mode {string.Join(", ", missing)}",
                () =>
                    !missing.All(ApiRules.IsAccessMode) ? null
                    // One postgres writes: of the two, the one is wrong that does not say so.
                    : offered.Items.Any(mode => mode.Text == OneWriter) ? ToWrite(asked, OneWriter)
                    : ToWrite(offered, [.. asked.Items.Select(mode => mode.Text ?? "")])
            );
    }

    private static Mend ToWrite(Node modes, params string[] right) =>
        Mend.Of(
            $"Let {modes.Root} have the access mode {string.Join(", ", right)}.",
            modes.Items.Count == 1 && right.Length == 1
                ? Edit.Set(modes[0], "", right[0])
                : Edit.Set(modes, "", string.Join('\n', right.Select(mode => $"- {mode}")))
        );

    private static Finding? IsTooSmall(KubernetesObject volume, KubernetesObject claim)
    {
        var (capacity, request) = (volume.Root.At("spec.capacity.storage"), claim.Root.At("spec.resources.requests.storage"));
        var (size, wanted) = (Quantity.Parse(capacity.Text), Quantity.Parse(request.Text));
        return size >= wanted
            ? null
            : request.Refused(
                $"{volume} has {capacity.Shown} and the claim requests {request.Shown}",
                () =>
                    wanted > 0 ? ExpectedValues.Set(volume, "spec.capacity.storage", YamlWriter.Flow(request))
                    : size > 0 ? ExpectedValues.Set(claim, "spec.resources.requests.storage", YamlWriter.Flow(capacity))
                    : null
            );
    }

    private static Finding? IsNotSelected(KubernetesObject volume, KubernetesObject claim) =>
        LabelSelector.Matches(claim.Root.At("spec.selector"), volume.Root.At("metadata.labels"))
            ? null
            : claim
                .Root.At("spec.selector")
                .Refused(
                    $"the claim's selector does not match the labels of {volume}",
                    () => Mend.Of($"In {claim.File}, remove the selector.", Edit.Remove(claim.Root, "spec.selector"))
                );
}
