namespace Bernstein.Kubernetes.Tests.Oracle;

/// <summary>
/// What an API server was asked is fixed to the end too, as far as it can be asked of any manifests. BERNSTEIN_MEND_EVERY says that each
/// damage is (1), or each tenth (10).
/// </summary>
public sealed class DamageMendTests
{
    private static readonly Version Target = new(1, 24);

    [Test]
    public void A_damage_is_fixed_to_the_end()
    {
        var every = Setting.Of("BERNSTEIN_MEND_EVERY", 20);
        var asked = Catalogue.All.Where(requirement => requirement.IsForAnyManifests).ToArray();
        var tried = Damage.For(Target).Index().Where(damage => damage.Index % every == 0).Select(damage => damage.Item).ToArray();
        tried.Length.ShouldBeGreaterThan(200);
        tried
            .AsParallel()
            .AsOrdered()
            .SelectMany(damage =>
                MendPath
                    .Faults(
                        MendPath.Folder(new Dictionary<string, string> { ["damaged.yaml"] = damage.Text }),
                        folder => Assessment.Of(Submission.AsItIs(folder, Target), asked)
                    )
                    .Select(fault => $"{damage.Name}: {fault}")
            )
            .ShouldBeEmpty();
    }
}
