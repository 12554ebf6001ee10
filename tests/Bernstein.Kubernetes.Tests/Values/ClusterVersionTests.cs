namespace Bernstein.Kubernetes.Tests.Values;

public sealed class ClusterVersionTests
{
    [TestCase("1.22", "1.22")]
    [TestCase("v1.29.4-gke.1043000", "1.29")]
    [TestCase("1.24+", "1.24")]
    public void A_version_is_read_however_a_vendor_writes_it(string text, string expected) =>
        (ClusterVersion.Parse(text)?.ToString(2)).ShouldBe(expected);

    [TestCase("29.4")]
    [TestCase("new")]
    [TestCase("1.2x")]
    public void What_is_no_version_is_none(string text) => ClusterVersion.Parse(text).ShouldBeNull();
}
