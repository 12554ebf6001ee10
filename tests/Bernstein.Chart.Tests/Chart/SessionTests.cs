namespace Bernstein.Chart.Tests.Chart;

/// <summary>A browser stays with one instance of result, whichever way Traefik takes. That it really does is tested on a cluster.</summary>
public sealed class SessionTests
{
    [TestCase("traefik:1.7", "traefik.ingress.kubernetes.io/affinity")]
    [TestCase("traefik:v2.11", "traefik.ingress.kubernetes.io/service.sticky.cookie")]
    [TestCase("traefik:v3.6", "traefik.ingress.kubernetes.io/service.sticky.cookie")]
    public void The_Service_of_result_asks_Traefik_for_its_cookie(string image, string annotation) =>
        Service("result", image).At("metadata.annotations")[annotation].ShouldBeOfType<Scalar>().Type.ShouldBe(ScalarType.Text);

    [Test]
    public void Only_Traefik_1_needs_affinity_by_address_for_its_other_way(
        [Values("result", "traefik")] string component,
        [Values("traefik:1.7", "traefik:v3.6")] string image
    ) => Service(component, image).At("spec.sessionAffinity").Text.ShouldBe(image == "traefik:1.7" ? "ClientIP" : null);

    [Test]
    public void Poll_keeps_no_session_and_stays_balanced([Values("traefik:1.7", "traefik:v3.6")] string image)
    {
        var service = Service("poll", image);
        service.At("metadata.annotations").IsSet.ShouldBeFalse();
        service.At("spec.sessionAffinity").IsSet.ShouldBeFalse();
    }

    [TestCase("eks")]
    [TestCase("digitalocean")]
    public void Where_the_balancer_cannot_tell_clients_apart_the_cookie_does(string profile) =>
        BernsteinChart
            .Manifests(new ChartOptions { Profile = profile })
            .In("traefik.service.yaml")[0]
            .Root.At("spec.sessionAffinity")
            .IsSet.ShouldBeFalse();

    private static Node Service(string component, string image) =>
        BernsteinChart
            .Manifests(new ChartOptions { Values = $"traefik: {{image: '{image}'}}" })
            .In($"{component}.service.yaml")
            .Single()
            .Root;
}
