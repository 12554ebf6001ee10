namespace Bernstein.Chart.Tests.Chart;

/// <summary>Every profile for every Helm and every Kubernetes.</summary>
public sealed class CompatibilityTests
{
    /// <summary>Every minor version from the oldest that the chart takes to the newest.</summary>
    private static readonly string[] KubernetesVersions = [.. Enumerable.Range(19, 17).Select(minor => $"1.{minor}")];

    private static readonly string Newest = HelmTool.Versions[0];

    /// <summary>The profiles that have objects of an API that changes.</summary>
    private static readonly string[] Changes = ["production"];

    /// <summary>
    /// Each profile with every Helm at the newest Kubernetes, and with the newest Helm at all. Where a profile comes out otherwise at the oldest,
    /// every Helm shows that too.
    /// </summary>
    public static IEnumerable<object[]> Matrix =>
        from profile in Profile.All
        from helm in HelmTool.Versions
        from kubernetes in helm == Newest ? KubernetesVersions
        : Changes.Contains(profile.Name) ? [profile.OldestKubernetes.ToString(), "1.35"]
        : ["1.35"]
        where Version.Parse(kubernetes) >= profile.OldestKubernetes
        select new object[] { profile, helm, kubernetes };

    public static IEnumerable<object[]> OlderHelms => Matrix.Where(row => (string)row[1] != Newest);

    [TestCaseSource(nameof(Matrix))]
    public void Every_requirement_holds_that_the_profile_does_not_give_up(Profile profile, string helm, string kubernetes) =>
        profile.Unexpected(BernsteinChart.Manifests(Options(profile, helm, kubernetes)), Version.Parse(kubernetes)).ShouldBeEmpty();

    [TestCaseSource(nameof(Matrix))]
    public void Every_object_is_of_an_API_version_that_the_cluster_serves(Profile profile, string helm, string kubernetes)
    {
        var manifests = BernsteinChart.Manifests(Options(profile, helm, kubernetes));
        manifests.Objects.ShouldNotBeEmpty();
        manifests
            .Objects.Where(found => !KnownKinds.IsServed(found, Version.Parse(kubernetes)))
            .Select(found => $"{found} of {found.ApiVersion}")
            .ShouldBeEmpty();
    }

    /// <summary>Profiles are made to be combined: where a cluster runs, and what runs there.</summary>
    [Test]
    public void A_profile_can_be_laid_over_another(
        [Values("gke", "eks", "aks", "digitalocean", "k3s", "modern")] string platform,
        [Values("modern", "single-node", "external-databases", "production", "openshift", "production+openshift")] string other
    )
    {
        var profile = Profile.Combined([.. new[] { platform }.Concat(other.Split('+')).Distinct()]);
        profile.Unexpected(BernsteinChart.Manifests(profile.Options with { KubernetesVersion = "1.35" })).ShouldBeEmpty();
    }

    [TestCaseSource(nameof(OlderHelms))]
    public void Every_Helm_renders_the_same_bytes(Profile profile, string helm, string kubernetes) =>
        BernsteinChart.Render(Options(profile, helm, kubernetes)).ShouldBe(BernsteinChart.Render(Options(profile, Newest, kubernetes)));

    [TestCaseSource(typeof(Profile), nameof(Profile.Files))]
    public void A_profile_changes_with_the_Kubernetes_where_the_list_says_so(Profile profile) =>
        (
            BernsteinChart.Render(Options(profile, Newest, profile.OldestKubernetes.ToString()))
            != BernsteinChart.Render(Options(profile, Newest, "1.35"))
        ).ShouldBe(Changes.Contains(profile.Name));

    [Test]
    public void The_defaults_are_the_same_bytes_for_every_Kubernetes([ValueSource(nameof(KubernetesVersions))] string kubernetes) =>
        BernsteinChart.Render(Options(Profile.Defaults, Newest, kubernetes)).ShouldBe(BernsteinChart.Render(Profile.Defaults.Options));

    /// <summary>One rendering stands for all versions that the templates compare alike (<see cref="KubernetesBand"/>).</summary>
    [Test]
    public void A_template_sees_the_version_only_where_it_compares_it_and_a_refusal_where_it_names_it() =>
        Directory
            .EnumerateFiles(Path.Combine(Project.Chart, "templates"), "*", SearchOption.AllDirectories)
            .Where(path => !Path.GetRelativePath(Project.Chart, path).Contains("values", StringComparison.Ordinal))
            .SelectMany(File.ReadLines)
            .Where(line =>
                Regex
                    .Replace(line, @"semverCompare ""[<>]=?1\.\d+-0"" \S*\.Capabilities\.KubeVersion\.Version\)", "")
                    .Contains("KubeVersion")
            )
            .Where(line => !Regex.IsMatch(line, @"semverCompare ""[<>]=?1\.\d+-0"" \S*\.Capabilities\.KubeVersion\.Version \}\}$"))
            .ShouldBeEmpty();

    [Test]
    public void What_is_rendered_for_a_version_is_what_stands_for_it([ValueSource(nameof(KubernetesVersions))] string kubernetes)
    {
        var production = Profile.Files.Single(profile => profile.Name == "production");
        var options = Options(Version.Parse(kubernetes) < production.OldestKubernetes ? Profile.Defaults : production, Newest, kubernetes);
        BernsteinChart.RenderAfresh(options).Output.ShouldBe(BernsteinChart.Render(options));
    }

    [TestCaseSource(typeof(HelmTool), nameof(HelmTool.Versions))]
    public void A_cluster_that_is_too_old_is_refused(string helm)
    {
        var result = BernsteinChart.TryRender(new ChartOptions { HelmVersion = helm, KubernetesVersion = "1.18" });
        result.ExitCode.ShouldNotBe(0);
        result.Error.ShouldContain("chart requires kubeVersion: >=1.19.0-0 which is incompatible with Kubernetes v1.18");
    }

    [TestCase("v1.29.4-gke.1043000")]
    [TestCase("v1.33.1+k3s1")]
    public void A_version_with_the_platforms_own_ending_is_taken(string kubernetes) =>
        BernsteinChart.Render(Options(Profile.Defaults, Newest, kubernetes)).ShouldBe(BernsteinChart.Render(Profile.Defaults.Options));

    private static ChartOptions Options(Profile profile, string helm, string kubernetes) =>
        profile.Options with
        {
            HelmVersion = helm,
            KubernetesVersion = kubernetes,
        };
}
