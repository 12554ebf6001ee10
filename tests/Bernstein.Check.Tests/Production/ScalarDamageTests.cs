namespace Bernstein.Check.Tests.Production;

/// <summary>
/// Every scalar of the NetworkPolicies and the security contexts of the hardened sample is changed and deleted, one at a time. Something must
/// turn red, but where the edit means the same or something as good: those survivors are listed with their reason.
/// </summary>
public sealed class ScalarDamageTests
{
    private static readonly ReasonedCases Explained = new(
        Project.In("tests", "Bernstein.Check.Tests", "Production", "scalar-survivors.txt")
    );

    [Test]
    public void Every_scalar_of_policies_and_security_contexts_is_watched()
    {
        ManifestFile[] files = [.. Sample.Hardened.Files.Select(file => FlatFiles.Parse(file.Key, file.Value))];
        var folder = new ManifestFolder("hardened", files);
        var mutants = (
            from found in folder.Objects.AsParallel()
            from damage in ScalarDamage.In(found)
            where damage.Kind != "retyped" && IsWatched(found, damage.Path)
            let assessment = Assessment.Of(new Submission(damage.Made(folder)), Catalogue.Production)
            select (
                Name: $"{found.File} {found} {damage.Path} {(damage.Kind == "changed" ? $"= {damage.Value}" : damage.Kind)}",
                IsKilled: assessment.Failed > 0
            )
        ).ToArray();

        var survivors = mutants.Where(mutant => !mutant.IsKilled).Select(mutant => mutant.Name).Order(StringComparer.Ordinal).ToArray();
        TestContext.Error.WriteLine($"Mutation of production: {mutants.Length} mutants, {survivors.Length} survive");
        mutants.Length.ShouldBeGreaterThan(300);
        Explained.NotCovered(survivors).ShouldBeEmpty();
        Explained.AssertEachCoversOneOf(survivors);
    }

    private static bool IsWatched(KubernetesObject found, string path) =>
        found.Kind == "NetworkPolicy"
            ? path.StartsWith("spec.", StringComparison.Ordinal) || path == "metadata.namespace"
            : Workload.Of(found) is not null && path.Contains("securityContext.", StringComparison.Ordinal);
}
