namespace Bernstein.Check.Tests.Requirements;

public sealed class ClaimRequirementTests
{
    [TestCase("  storageClassName: manual\n  capacity", "  storageClassName: fast\n  capacity", Status.Fail)]
    [TestCase("  storageClassName: manual\n", "", Status.Pass)]
    [TestCase("storage: 1Gi\n  accessModes:", "storage: 1G\n  accessModes:", Status.Fail)]
    [TestCase("storage: 1Gi\n  accessModes:", "storage: 2048Mi\n  accessModes:", Status.Pass)]
    [TestCase(
        "  storageClassName: manual\n  accessModes:\n  - ReadWriteOnce",
        "  storageClassName: manual\n  accessModes:\n  - ReadWriteMany",
        Status.Fail
    )]
    [TestCase("  storageClassName: manual\n  accessModes", "  storageClassName: manual\n  volumeName: other\n  accessModes", Status.Fail)]
    [TestCase(
        "  storageClassName: manual\n  capacity",
        "  claimRef: {name: other, namespace: default}\n  storageClassName: manual\n  capacity",
        Status.Fail
    )]
    public void A_claim_binds_to_a_volume_that_fits(string from, string to, Status expected) =>
        Sample.Reference.With("postgres.volume.yaml", from, to).Judge("wiring.claim").Status.ShouldBe(expected);
}
