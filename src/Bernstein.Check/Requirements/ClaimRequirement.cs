namespace Bernstein.Check.Requirements;

/// <summary><c>wiring.claim</c>: the claim that postgres mounts finds a volume.</summary>
internal static class ClaimRequirement
{
    private const string OneWriter = "ReadWriteOnce";
    private const string Size = "spec.capacity.storage";
    private const string AskedSize = "spec.resources.requests.storage";

    internal static Verdict Claim(Submission submission) =>
        submission.WorkloadOf(Component.Postgres) is not { } postgres || PostgresVolume.Claim(submission, postgres) is not { } mounted
            ? Verdict.NotJudged("postgres mounts no claim")
        : submission.Manifests.Find("PersistentVolumeClaim", postgres.Manifest.Namespace, mounted["claimName"].Text ?? "") is not { } claim
            ? Verdict.NotJudged("the claim that postgres mounts is not among the files")
        // Of several volumes, the one that suits nearly.
        : Verdict.Of(
            submission.Manifests.OfKind("PersistentVolume").Select(volume => WhyNot(volume, claim)).MinBy(reasons => reasons.Length) ?? []
        );

    // Each may ask for the other by its name.
    private static Finding[] WhyNot(KubernetesObject volume, KubernetesObject claim)
    {
        var (offer, ask) = (volume.Root["spec"], claim.Root["spec"]);
        var (name, owner) = (ask["volumeName"], offer["claimRef"]);
        var (offered, asked) = (offer["storageClassName"].Text ?? "", ask["storageClassName"]);
        return
        [
            .. name.RefusedIf(
                !string.IsNullOrEmpty(name.Text) && name.Text != volume.Name,
                () => $"the claim asks for the volume {name.Text}, and the volume is {volume.Name}",
                () => ExpectedValues.Set(claim, "spec.volumeName", YamlWriter.Text(volume.Name))
            ),
            .. owner.RefusedIf(
                owner.IsSet && (owner["name"].Text != claim.Name || (owner["namespace"].Text ?? "default") != claim.Namespace),
                () => $"{volume} is kept for the claim {owner["name"].Text} of the namespace {owner["namespace"].Text}",
                () => ExpectedValues.Set(volume, "spec.claimRef", $"name: {YamlWriter.Text(claim.Name)}\nnamespace: {claim.Namespace}")
            ),
            .. asked.RefusedIf(
                offered != (asked.Text ?? ""),
                () => $"the class of {volume} is \"{offered}\", and the claim has \"{asked.Text}\"",
                () => ExpectedValues.Set(claim, "spec.storageClassName", YamlWriter.Text(offered))
            ),
            .. OfModes(volume, offer["accessModes"], ask["accessModes"]),
            .. OfSize(volume, claim),
            .. ask["selector"]
                .RefusedIf(
                    !LabelSelector.Matches(ask["selector"], volume.Root.At("metadata.labels")),
                    () => $"the claim's selector does not match the labels of {volume}",
                    () => Mend.Of($"In {claim.File}, remove the selector.", Edit.Remove(claim.Root, "spec.selector"))
                ),
        ];
    }

    private static IEnumerable<Finding> OfModes(KubernetesObject volume, Node offered, Node asked)
    {
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
