using static Bernstein.Check.Tests.Reports.WrittenReport;

namespace Bernstein.Check.Tests.Reports;

public sealed class FindingsByCauseTests
{
    [Test]
    public void A_cause_is_told_once_and_the_others_lead_to_it()
    {
        var misspelt = Broken.With("postgres.configmap.yaml", "POSTGRES_HOST", "POSTGRES_HOTS");
        const string mend = "In postgres.configmap.yaml, call the key POSTGRES_HOTS POSTGRES_HOST.";
        const string fixes = "Fixes 4: this and worker.env.POSTGRES_HOST result.env.POSTGRES_HOST wiring.references";
        foreach (var format in new[] { "text", "junit", "html", "markdown", "sarif" })
        {
            var report = Write(format, misspelt);
            (format, report.Replace("\\", "").Split(mend).Length - 1).ShouldBe((format, 1));
            report.ShouldContain("Fixed with ");
        }

        Write("text", misspelt).ShouldContain(fixes);
        Write("junit", misspelt).ShouldContain(fixes);
        Write("html", misspelt).ShouldContain("<a href=\"#f0-worker.env.POSTGRES_HOST\"><code>worker.env.POSTGRES_HOST</code></a>");
        var reference = Results(Write("sarif", misspelt))
            .First(result => result.GetProperty("ruleId").GetString() == "wiring.references")
            .GetProperty("relatedLocations")[0];
        reference.GetProperty("message").GetProperty("text").GetString().ShouldStartWith("postgres.env.POSTGRES_HOST: ");
        reference
            .GetProperty("physicalLocation")
            .GetProperty("artifactLocation")
            .GetProperty("uri")
            .GetString()
            .ShouldBe("sample/postgres.deployment.yaml");
    }

    [Test]
    public void A_requirement_with_two_causes_tells_the_findings_of_both()
    {
        var report = Write(
            "text",
            Broken
                .With("postgres.configmap.yaml", "POSTGRES_HOST", "POSTGRES_HOTS")
                .With("traefik.rbac.yaml", "- kind: ServiceAccount\n  name: traefik", "- kind: ServiceAccount\n  name: traffic")
        );
        var references = report[report.IndexOf("✗ wiring.references", StringComparison.Ordinal)..];
        references.ShouldContain("names the key POSTGRES_HOST of the ConfigMap postgres");
        references.ShouldContain("Fixed with postgres.env.POSTGRES_HOST.");
        references.ShouldContain("ServiceAccount traffic");
    }
}
