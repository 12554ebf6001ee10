namespace Bernstein.Chart.Tests.Chart;

/// <summary>Where the credentials of postgres come from. What the cluster holds already is tested on one.</summary>
public sealed class CredentialTests
{
    [Test]
    public void A_password_that_is_given_is_taken_to_the_letter() =>
        Password(new ChartOptions { Values = "postgres: {password: 'a\"b@c: $d é 50%'}" }).ShouldBe("a\"b@c: $d é 50%");

    [Test]
    public void Where_no_cluster_can_be_asked_for_a_password_every_rendering_is_the_same_and_postgres_refuses_to_begin()
    {
        var options = new ChartOptions();
        BernsteinChart.RenderAfresh(options).Output.ShouldBe(BernsteinChart.Render(options));
        Password(options).ShouldBe("set-postgres.password-or-postgres.existingSecret");
        Start(options).ShouldContain("set postgres.password or postgres.existingSecret' >&2; exit 1");
    }

    [TestCase("postgres: {password: given}")]
    [TestCase("postgres: {existingSecret: held}")]
    public void Where_there_is_one_postgres_begins(string values) =>
        Start(new ChartOptions { Values = values }).ShouldEndWith("\nexec docker-entrypoint.sh \"$@\"");

    [Test]
    public void Pods_roll_when_the_password_changes()
    {
        static string Checksum(string password) =>
            BernsteinChart
                .Manifests(new ChartOptions { Values = $"postgres: {{password: {password}}}" })
                .In("worker.deployment.yaml")[0]
                .Root.At("spec.template.metadata.annotations")["checksum/config"]
                .Text!;
        Checksum("one").ShouldNotBe(Checksum("other"));
    }

    [Test]
    public void An_existing_Secret_takes_the_place_of_our_own()
    {
        var manifests = BernsteinChart.Manifests(new ChartOptions { Values = "postgres: {existingSecret: elsewhere}" });
        manifests.File("postgres.secret.yaml").ShouldBeNull();
        foreach (
            var file in new[] { "postgres.deployment.yaml", "worker.deployment.yaml", "result.deployment.yaml", "votes-table.job.yaml" }
        )
        {
            var secrets = manifests
                .In(file)
                .Single()
                .Root.At("spec.template.spec.containers[0].env")
                .Items.Select(item => item.At("valueFrom.secretKeyRef.name"))
                .Where(name => name.IsSet)
                .Select(name => name.Text!)
                .ToArray();
            secrets.ShouldBe(["elsewhere", "elsewhere"], file);
        }
    }

    private static string Start(ChartOptions options) =>
        BernsteinChart
            .Manifests(options)
            .In("postgres.deployment.yaml")
            .Single()
            .Root.At("spec.template.spec.containers[0].command[2]")
            .Text!.TrimEnd();

    private static string Password(ChartOptions options) =>
        Encoding.UTF8.GetString(
            Convert.FromBase64String(
                BernsteinChart.Manifests(options).In("postgres.secret.yaml").Single().Root.At("data.POSTGRES_PASSWORD").Text!
            )
        );
}
