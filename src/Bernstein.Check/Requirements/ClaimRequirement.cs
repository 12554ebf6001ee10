namespace Bernstein.Check.Requirements;

/// <summary><c>wiring.claim</c>: the claim that postgres mounts finds a volume.</summary>
internal static class ClaimRequirement
{
    private const string OneWriter = "ReadWriteOnce";
    private const string Class = "spec.storageClassName";
    private const string Modes = "spec.accessModes";
    private const string Size = "spec.capacity.storage";
    private const string AskedSize = "spec.resources.requests.storage";

    internal static Verdict Claim(Submission submission)
    {
        if (submission.WorkloadOf(Component.Postgres) is not { } postgres || PostgresVolume.Claim(submission, postgres) is not { } mounted)
        {
            return Verdict.NotJudged("postgres mounts no claim");
        }

        return Verdict.OfOne(
            submission.Manifests.Find("PersistentVolumeClaim", postgres.Manifest.Namespace, mounted["claimName"].Text ?? ""),
            "the claim that postgres mounts is not among the files",
            // Of several volumes, the one that suits nearly.
            claim =>
                submission.Manifests.OfKind("PersistentVolume").Select(volume => WhyNot(volume, claim)).MinBy(reasons => reasons.Length)
                ?? []
        );
    }

    private static Finding[] WhyNot(KubernetesObject volume, KubernetesObject claim) =>
        [
            .. OfOwner(volume, claim),
            .. OfClass(volume, claim),
            .. OfModes(volume, claim),
            .. OfSize(volume, claim),
            .. claim.Root.RefusedIf(
                "spec.selector",
                !LabelSelector.Matches(claim.Root.At("spec.selector"), volume.Root.At("metadata.labels")),
                () => $"the claim's selector does not match the labels of {volume}",
                () => Mend.Of($"In {claim.File}, remove the selector.", Edit.Remove(claim.Root, "spec.selector"))
            ),
        ];

    // Each may ask for the other by its name.
    private static IEnumerable<Finding> OfOwner(KubernetesObject volume, KubernetesObject claim)
    {
        var (asked, owner) = (claim.Root.At("spec.volumeName"), volume.Root.At("spec.claimRef"));
        return
        [
            .. asked.RefusedIf(
                !string.IsNullOrEmpty(asked.Text) && asked.Text != volume.Name,
                () => $"the claim asks for the volume {asked.Text}, and the volume is {volume.Name}",
                () => ExpectedValues.Set(claim, "spec.volumeName", YamlWriter.Text(volume.Name))
            ),
            .. owner.RefusedIf(
                owner.IsSet && (owner["name"].Text != claim.Name || (owner["namespace"].Text ?? "default") != claim.Namespace),
                () => $"{volume} is kept for the claim {owner["name"].Text} of the namespace {owner["namespace"].Text}",
                () => ExpectedValues.Set(volume, "spec.claimRef", $"name: {YamlWriter.Text(claim.Name)}\nnamespace: {claim.Namespace}")
            ),
        ];
    }

    private static IEnumerable<Finding> OfClass(KubernetesObject volume, KubernetesObject claim)
    {
        var (offered, asked) = (volume.Root.At(Class).Text ?? "", claim.Root.At(Class).Text ?? "");
        return claim.Root.RefusedIf(
            Class,
            offered != asked,
            () => $"the class of {volume} is \"{offered}\", and the claim has \"{asked}\"",
            () => ExpectedValues.Set(claim, Class, YamlWriter.Text(offered))
        );
    }

    private static IEnumerable<Finding> OfModes(KubernetesObject volume, KubernetesObject claim)
    {
        var (offered, asked) = (volume.Root.At(Modes), claim.Root.At(Modes));
        var missing = asked.Items.Select(mode => mode.Text).Except(offered.Items.Select(mode => mode.Text)).ToArray();
        return asked.RefusedIf(
            missing.Length > 0,
            () => $"{volume} does not offer the access mode {string.Join(", ", missing)}",
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

    private static IEnumerable<Finding> OfSize(KubernetesObject volume, KubernetesObject claim)
    {
        var (capacity, request) = (volume.Root.At(Size), claim.Root.At(AskedSize));
        var (size, wanted) = (Quantity.Parse(capacity.Text), Quantity.Parse(request.Text));
        return request.RefusedIf(
            !(size >= wanted),
            () => $"{volume} has {capacity.Shown} and the claim requests {request.Shown}",
            () =>
                wanted > 0 ? ExpectedValues.Set(volume, Size, YamlWriter.Flow(request))
                : size > 0 ? ExpectedValues.Set(claim, AskedSize, YamlWriter.Flow(capacity))
                : null
        );
    }
}
