namespace Bernstein.Chart.Tests.Chart;

/// <summary>The upgrade from the last release, as far as a rendering tells. The votes are counted on a cluster.</summary>
[Needs("git")]
[FixtureLifeCycle(LifeCycle.SingleInstance)]
public sealed class LastReleaseTests : IDisposable
{
    private readonly LastRelease _last = new();

    public void Dispose() => _last.Dispose();

    [Test]
    public void It_is_the_chart_of_its_version() => BernsteinChart.VersionOf(_last.Chart).ShouldBe(_last.Version);

    [Test]
    public void With_reuse_values_an_upgrade_from_the_last_release_is_refused_with_the_option_that_takes_new_keys()
    {
        var refusal = Should.Throw<CommandException>(() => _last.RenderedWithItsValues(Profile.Defaults.Options));
        refusal.Message.ShouldContain("guards.enabled");
        refusal.Message.ShouldContain("--reset-then-reuse-values");
    }

    /// <summary>What the API never changes in an object, and what the votes are found by.</summary>
    [TestCase("Deployment", "spec.selector")]
    [TestCase("DaemonSet", "spec.selector")]
    [TestCase("PersistentVolumeClaim", "spec")]
    [TestCase("PersistentVolume", "spec")]
    [TestCase("Secret", "data")]
    [TestCase("ClusterRoleBinding", "roleRef")]
    public void What_can_not_change_does_not(string kind, string path)
    {
        var options = new ChartOptions { Profile = "specification", Values = BernsteinChart.FixedPassword };
        var before = Parts(_last.Manifests(options), kind, path);
        before.ShouldNotBeEmpty();
        Parts(BernsteinChart.Manifests(options), kind, path).ShouldBe(before);
    }

    [Test]
    public void A_Job_of_another_content_has_another_name()
    {
        var before = _last.Manifests(Profile.Defaults.Options).OfKind("Job").Single();
        var present = BernsteinChart.Manifests(Profile.Defaults.Options).OfKind("Job").Single();
        (before.Name == present.Name).ShouldBe(Leaves(before, "spec").SequenceEqual(Leaves(present, "spec")));
    }

    private static string[] Parts(ManifestFolder manifests, string kind, string path) =>
        [
            .. manifests
                .OfKind(kind)
                .OrderBy(found => $"{found.Namespace}/{found.Name}", StringComparer.Ordinal)
                .SelectMany(found => Leaves(found, path).Select(leaf => $"{found.Namespace}/{found.Name}: {leaf}")),
        ];

    private static IEnumerable<string> Leaves(KubernetesObject found, string path) =>
        SchemaTests.Leaves(found.Root.At(path), path).Order(StringComparer.Ordinal);
}
