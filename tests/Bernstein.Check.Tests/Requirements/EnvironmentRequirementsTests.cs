namespace Bernstein.Check.Tests.Requirements;

public sealed class EnvironmentRequirementsTests
{
    private const string RedisHost =
        "        env:\n        - name: REDIS_HOST\n          valueFrom:\n            configMapKeyRef:\n              name: redis\n              key: REDIS_HOST\n";

    [TestCase("env: [{name: REDIS_HOST, value: redis}]", Status.Pass, Status.Fail)]
    [TestCase("env: [{name: REDIS_HOST, value: \"\"}]", Status.Fail, Status.Fail)]
    [TestCase("env: [{name: REDIS_HOST}]", Status.Fail, Status.Fail)]
    [TestCase("env: [{name: redis_host, value: redis}]", Status.Fail, Status.Fail)]
    [TestCase("env: [{name: REDIS_HOST, valueFrom: {configMapKeyRef: {name: redis, key: HOST}}}]", Status.Fail, Status.Pass)]
    [TestCase("env: [{name: REDIS_HOST, valueFrom: {configMapKeyRef: {name: queue, key: REDIS_HOST}}}]", Status.Fail, Status.Pass)]
    [TestCase("env: [{name: REDIS_HOST, valueFrom: {fieldRef: {fieldPath: metadata.name}}}]", Status.Fail, Status.Fail)]
    [TestCase("envFrom: [{configMapRef: {name: redis}}]", Status.Pass, Status.Pass)]
    [TestCase("envFrom: [{prefix: REDIS_, configMapRef: {name: short}}]", Status.Pass, Status.Pass)]
    [TestCase("envFrom: [{prefix: REDIS_, configMapRef: {name: redis}}]", Status.Fail, Status.Fail)]
    [TestCase("{env: [{name: REDIS_HOST, value: redis}], envFrom: [{configMapRef: {name: redis}}]}", Status.Pass, Status.Fail)]
    [TestCase(
        "{env: [{name: REDIS_HOST, valueFrom: {configMapKeyRef: {name: none, key: X, optional: true}}}], envFrom: [{configMapRef: {name: redis}}]}",
        Status.Pass,
        Status.Pass
    )]
    [TestCase("env: [{name: REDIS_HOST, valueFrom: {configMapKeyRef: {name: none, key: X, optional: true}}}]", Status.Fail, Status.Pass)]
    [TestCase("envFrom: [{configMapRef: {name: none}}]", Status.Fail, Status.Pass)]
    [TestCase("envFrom: [{configMapRef: {name: none, optional: true}}]", Status.Fail, Status.Pass)]
    [TestCase("envFrom: [{prefix: REDIS_, configMapRef: {name: none}}]", Status.Fail, Status.Pass)]
    [TestCase("envFrom: [{prefix: POSTGRES_, configMapRef: {name: none}}]", Status.Fail, Status.Fail)]
    [TestCase("envFrom: [{secretRef: {name: none}}]", Status.Fail, Status.Fail)]
    [TestCase("envFrom: [{configMapRef: {name: none}}, {secretRef: {name: none}}]", Status.Fail, Status.Pass)]
    [TestCase("envFrom: [{configMapRef: {name: none}}, {configMapRef: {name: postgres}}]", Status.Fail, Status.Pass)]
    [TestCase("{env: [{name: REDIS_HOST, value: redis}], envFrom: [{configMapRef: {name: none}}]}", Status.Pass, Status.Fail)]
    [TestCase("env: {REDIS_HOST: redis}", Status.Fail, Status.Fail)]
    public void An_environment_is_resolved_as_Kubernetes_does(string written, Status has, Status shared)
    {
        var lines = written.StartsWith('{')
            ? written[1..^1].Replace("], envFrom", "]\n        envFrom", StringComparison.Ordinal)
            : written;
        var sample = Sample
            .Reference.With("poll.deployment.yaml", RedisHost, $"        {lines}\n")
            .Holding("extra.yaml", "{apiVersion: v1, kind: ConfigMap, metadata: {name: short}, data: {HOST: redis}}");
        sample.Judge("poll.env.REDIS_HOST").Status.ShouldBe(has);
        sample.Judge("config.shared").Status.ShouldBe(shared);
    }

    [TestCase("data:\n  POSTGRES_USER: YmVybnN0ZWlu\n  POSTGRES_PASSWORD: bGVvbmFyZA==", Status.Pass)]
    [TestCase("stringData:\n  POSTGRES_USER: bernstein\n  POSTGRES_PASSWORD: leonard", Status.Pass)]
    [TestCase("data:\n  POSTGRES_USER: YmVybnN0ZWlu\n  POSTGRES_PASSWORD: not base64", Status.Pass)]
    [TestCase("data:\n  POSTGRES_USER: YmVybnN0ZWlu\n  POSTGRES_PASSWORD: \"\"", Status.Fail)]
    [TestCase("data:\n  POSTGRES_USER: YmVybnN0ZWlu", Status.Fail)]
    public void A_password_is_a_key_of_a_Secret_that_is_not_empty(string content, Status expected) =>
        Sample
            .Reference.Holding("postgres.secret.yaml", $"apiVersion: v1\nkind: Secret\nmetadata:\n  name: postgres\n{content}\n")
            .Judge("postgres.env.POSTGRES_PASSWORD")
            .Status.ShouldBe(expected);

    [TestCase("envFrom: [{secretRef: {name: none}}]", Status.Pass)]
    [TestCase("envFrom: [{configMapRef: {name: none}}, {secretRef: {name: none}}]", Status.Pass)]
    [TestCase("envFrom: [{configMapRef: {name: none}}]", Status.Fail)]
    [TestCase("env: []", Status.Fail)]
    public void Credentials_may_come_from_a_Secret_that_is_not_among_the_files(string written, Status expected) =>
        Sample
            .Reference.With("postgres.deployment.yaml", "- name: POSTGRES_USER", "- name: USER")
            .With("postgres.deployment.yaml", "- name: POSTGRES_PASSWORD", "- name: PASSWORD")
            .With("postgres.deployment.yaml", "        env:\n", $"        {written}\n        env:\n")
            .Judge("config.credentials")
            .Status.ShouldBe(expected);
}
