namespace Bernstein.Chart.Tests.Chart;

/// <summary>What platforms ask of everything that runs, as far as Renderings can't say it.</summary>
public sealed class PlatformTests
{
    [Test]
    public void The_authority_of_an_external_database_is_there_for_all_who_speak_to_it()
    {
        var containers = BernsteinChart
            .Containers(
                """
                postgres:
                  existingSecret: app
                  existingSecretKeys: {user: username, password: pass.word}
                  external: {host: db.example.org, sslMode: verify-full, caSecret: ca}
                redis: {volume: {enabled: true}, ledger: {enabled: true}}
                """
            )
            .Where(found => found.Container["env"].Items.Any(item => item["name"].Text is "PGHOST" or "POSTGRES_HOST"))
            .ToArray();
        containers.Length.ShouldBe(6);
        foreach (var (workload, container) in containers)
        {
            var who = $"{container["name"].Text} of {workload.Manifest}";
            var variables = container["env"].Items.ToDictionary(item => item["name"].Text!);
            container["volumeMounts"]
                .Items.Where(mount => mount["name"].Text == "postgres-ca")
                .Select(mount => $"{mount["mountPath"].Text}/ca.crt")
                .ShouldBe([variables["PGSSLROOTCERT"]["value"].Text!], who);
            workload.Pod["volumes"].Items.ShouldContain(volume => volume.At("secret.secretName").Text == "ca", who);
            variables
                .Values.Select(item => item.At("valueFrom.secretKeyRef.key").Text)
                .OfType<string>()
                .ShouldBe(["username", "pass.word"], who);
            variables.ContainsKey("NODE_EXTRA_CA_CERTS").ShouldBe(container["name"].Text == "result", who);
        }
    }

    /// <summary>helm/helm#32129: helm test --logs asks every hook of a test for its log, and a Service has none.</summary>
    [Test]
    public void Every_hook_of_a_test_is_a_pod() =>
        BernsteinChart
            .Manifests("")
            .Objects.Where(found => found.Root.At("metadata.annotations")["helm.sh/hook"].Text == "test")
            .Select(found => found.Kind)
            .ShouldBe(["Pod"]);
}
