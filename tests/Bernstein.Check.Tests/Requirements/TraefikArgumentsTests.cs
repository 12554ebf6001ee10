namespace Bernstein.Check.Tests.Requirements;

public sealed class TraefikArgumentsTests : VerdictCaseTests<TraefikArgumentsTests>
{
    [Test]
    public void A_long_configuration_file_is_searched_in_one_pass()
    {
        const string file = "traefik.deployment.yaml";
        const string arguments = "        args:\n        - --api\n        - --kubernetes\n";
        const string volumes = "      volumes: [{name: settings, configMap: {name: traefik}}]\n      containers:";
        var text = string.Concat(Enumerable.Repeat("\\n", 400_000));
        Sample
            .Reference.With(file, arguments, "        volumeMounts: [{name: settings, mountPath: /etc/traefik}]\n")
            .With(file, "      containers:", volumes)
            .Holding(
                "traefik.configmap.yaml",
                $"{{apiVersion: v1, kind: ConfigMap, metadata: {{name: traefik, namespace: kube-public}}, data: {{traefik.toml: \"{text}\"}}}}"
            )
            .Judge("wiring.traefik-arguments")
            .Status.ShouldBe(Status.Fail);
    }
}
