namespace Bernstein.Kubernetes.Tests.Types;

public sealed class ServedApiTests
{
    [TestCase("extensions/v1beta1 Ingress", "1.21", true)]
    [TestCase("extensions/v1beta1 Ingress", "1.22", false)]
    [TestCase("networking.k8s.io/v1 Ingress", "1.18", false)]
    [TestCase("batch/v1 CronJob", "1.21", true)]
    [TestCase("apps/v1 Deployment", "1.99", true)]
    [TestCase("apps/v2 Deployment", "1.99", false)]
    public void A_version_serves_what_the_deprecation_guide_says(string key, string version, bool expected) =>
        ServedApi.Serves(key, Version.Parse(version)).ShouldBe(expected);
}
