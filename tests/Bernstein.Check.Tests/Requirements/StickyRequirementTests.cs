namespace Bernstein.Check.Tests.Requirements;

/// <summary>wiring.sticky.</summary>
public sealed class StickyRequirementTests
{
    private const string Affinity = "traefik.ingress.kubernetes.io/affinity";
    private const string Cookie = "traefik.ingress.kubernetes.io/service.sticky.cookie";

    private static string Annotations(string written) => $"  name: result\n  annotations: {{{written}}}\n";

    private static Sample Sticky(string image, string written) =>
        Sample
            .Reference.With("traefik.deployment.yaml", "image: traefik:1.7", $"image: {image}")
            .With("result.service.yaml", $"  name: result\n  annotations:\n    {Affinity}: \"true\"\n", Annotations(written));

    [TestCase("traefik:1.7", $"{Affinity}: \"true\"", Status.Pass)]
    [TestCase("traefik:1.7", "ingress.kubernetes.io/affinity: \"true\"", Status.Pass)]
    [TestCase("traefik:1.7", "traefik.backend.loadbalancer.stickiness: \"true\"", Status.Pass)]
    [TestCase("traefik:1.7", "traefik.backend.loadbalancer.sticky: \"true\"", Status.Pass)]
    [TestCase("traefik:1.7", $"{Affinity}: true", Status.Pass)]
    [TestCase("traefik:1.7", $"{Affinity}: \"false\"", Status.Fail)]
    [TestCase("traefik:1.7", $"{Affinity}: \"yes\"", Status.Fail)]
    [TestCase("traefik:1.7", $"{Cookie}: \"true\"", Status.Fail)]
    [TestCase("traefik:1.7", "", Status.Fail)]
    [TestCase("traefik:v2.11", $"{Cookie}: \"true\"", Status.Pass)]
    [TestCase("traefik:v2.11", $"{Affinity}: \"true\"", Status.Fail)]
    [TestCase("traefik:v3", $"{Cookie}: \"true\"", Status.Pass)]
    [TestCase("traefik:3@sha256:17", $"{Affinity}: \"true\"", Status.Fail)]
    [TestCase("traefik:latest", $"{Cookie}: \"true\"", Status.Pass)]
    [TestCase("traefik@sha256:17ab", $"{Affinity}: \"true\"", Status.Pass)]
    [TestCase("traefik", "", Status.Fail)]
    public void A_browser_stays_with_one_instance_in_the_words_of_its_traefik(string image, string written, Status expected) =>
        Sticky(image, written).Judge("wiring.sticky").Status.ShouldBe(expected);

    [Test]
    public void Without_a_traefik_either_way_to_stay_with_one_instance_will_do()
    {
        Sticky("traefik:1.7", $"{Affinity}: \"true\"")
            .Without("traefik.deployment.yaml")
            .Judge("wiring.sticky")
            .Status.ShouldBe(Status.Pass);
        Sticky("traefik:1.7", $"{Cookie}: \"true\"").Without("traefik.deployment.yaml").Judge("wiring.sticky").Status.ShouldBe(Status.Pass);
    }

    [TestCase(
        "traefik:1.7",
        "",
        "",
        "result.service.yaml:5: Service result does not keep a browser with one instance; asked for is the annotation traefik.ingress.kubernetes.io/affinity: \"true\" (Traefik 1)"
    )]
    [TestCase(
        "traefik:v2.11",
        "",
        $"{Cookie}: \"true\"",
        "result.ingress.yaml:5: the annotation traefik.ingress.kubernetes.io/service.sticky.cookie has no effect on Ingress result; asked for on Service result is traefik.ingress.kubernetes.io/service.sticky.cookie: \"true\" (Traefik 2), or traefik.ingress.kubernetes.io/affinity: \"true\" (Traefik 1, which traefik.image asks for)"
    )]
    [TestCase(
        "traefik:v3",
        $"{Affinity}: \"true\"",
        "",
        "result.service.yaml:5: the annotation traefik.ingress.kubernetes.io/affinity on Service result is of another version of Traefik; asked for is traefik.ingress.kubernetes.io/service.sticky.cookie: \"true\" (Traefik 3), or traefik.ingress.kubernetes.io/affinity: \"true\" (Traefik 1, which traefik.image asks for)"
    )]
    [TestCase(
        "traefik",
        $"{Affinity}: \"no\"",
        "",
        "result.service.yaml:5: the annotation traefik.ingress.kubernetes.io/affinity on Service result is the text \"no\"; asked for is traefik.ingress.kubernetes.io/affinity: \"true\" (Traefik 1) or traefik.ingress.kubernetes.io/service.sticky.cookie: \"true\" (Traefik 2 and later)"
    )]
    public void What_keeps_a_browser_from_staying_is_told_with_its_line(string image, string service, string ingress, string expected)
    {
        var finding = Sticky(image, service)
            .With("result.ingress.yaml", "  name: result\nspec:", Annotations(ingress) + "spec:")
            .Judge("wiring.sticky")
            .Findings.ShouldHaveSingleItem();
        $"{finding.Location}: {finding.Message}".ShouldBe(expected);
    }

    [TestCase("replicas: 1", "", Status.NotJudged)]
    [TestCase("paused: false", "", Status.NotJudged)]
    [TestCase("replicas: 3", "", Status.Fail)]
    [TestCase("replicas: 1", "kind: Deployment, name: result}, maxReplicas: 4", Status.Fail)]
    [TestCase("paused: false", "kind: Deployment, name: result}, minReplicas: 2", Status.Fail)]
    [TestCase("replicas: 1", "kind: Deployment, name: result}, maxReplicas: 1", Status.NotJudged)]
    [TestCase("replicas: 1", "kind: Deployment, name: poll}, maxReplicas: 4", Status.NotJudged)]
    [TestCase("replicas: 1", "kind: StatefulSet, name: result}, maxReplicas: 4", Status.NotJudged)]
    public void A_browser_need_not_stay_where_there_is_one_instance(string replicas, string scaler, Status expected)
    {
        var sample = Sticky("traefik:1.7", "").With("result.deployment.yaml", "replicas: 2", replicas);
        (
            scaler.Length == 0
                ? sample
                : sample.Holding(
                    "result.autoscaling.yaml",
                    $"{{apiVersion: autoscaling/v2, kind: HorizontalPodAutoscaler, metadata: {{name: result}}, spec: {{scaleTargetRef: {{apiVersion: apps/v1, {scaler}}}}}"
                )
        )
            .Judge("wiring.sticky")
            .Status.ShouldBe(expected);
    }

    [Test]
    public void An_ingress_that_leads_elsewhere_says_nothing_of_where_a_browser_stays() =>
        Sticky("traefik:1.7", "")
            .With("result.ingress.yaml", "            name: result", "            name: poll")
            .Judge("wiring.sticky")
            .Status.ShouldBe(Status.NotJudged);
}
