using Bernstein.Chart.Tests.Helm;
using Bernstein.Check.Requirements;
using NUnit.Framework;
using Shouldly;

namespace Bernstein.Chart.Tests.Chart;

/// <summary>One rendering for every Helm and every Kubernetes.</summary>
public sealed class CompatibilityTests
{
    private static readonly string[] KubernetesVersions = ["1.19", "1.21", "1.22", "1.35"];

    public static IEnumerable<object[]> Matrix =>
        from helm in new[] { "3.9.4", "3.17.3", "4.1.4" } from kubernetes in KubernetesVersions select new object[] { helm, kubernetes };

    [TestCaseSource(nameof(Matrix))]
    public void Every_requirement_holds_and_the_bytes_are_the_same(string helm, string kubernetes)
    {
        var options = new ChartOptions { Values = BernsteinChart.FixedPassword, HelmVersion = helm, KubernetesVersion = kubernetes };
        var assessment = Assessment.Of(new Submission(BernsteinChart.Manifests(options), Version.Parse(kubernetes)));
        assessment.Outcomes.Where(outcome => outcome.Verdict.Status != Status.Pass).Select(outcome => outcome.Requirement.Identifier).ShouldBeEmpty();
        assessment.Passed.ShouldBe(104);
        BernsteinChart.Render(options).ShouldBe(BernsteinChart.Render(ProfileTests.Options("defaults")));
    }

    [TestCaseSource(typeof(HelmTool), nameof(HelmTool.Versions))]
    public void A_cluster_that_is_too_old_is_refused(string helm)
    {
        var result = BernsteinChart.TryRender(new ChartOptions { HelmVersion = helm, KubernetesVersion = "1.18" });
        result.ExitCode.ShouldNotBe(0);
        result.Error.ShouldContain("chart requires kubeVersion: >=1.19.0-0 which is incompatible with Kubernetes v1.18");
    }
}
