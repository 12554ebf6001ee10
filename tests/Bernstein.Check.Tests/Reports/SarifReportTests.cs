using static Bernstein.Check.Tests.Reports.WrittenReport;

namespace Bernstein.Check.Tests.Reports;

public sealed class SarifReportTests
{
    [Test]
    public void Sarif_has_a_rule_for_each_requirement_and_a_result_at_each_file_and_line()
    {
        var report = Write("sarif", [new Answer("hand in/é", Broken.Without("redis.service.yaml").Assess(), null)]);
        var run = JsonDocument.Parse(report).RootElement.GetProperty("runs")[0];
        var driver = run.GetProperty("tool").GetProperty("driver");
        driver
            .GetProperty("rules")
            .EnumerateArray()
            .Select(rule => $"{rule.GetProperty("id").GetString()} {rule.GetProperty("helpUri").GetString()}")
            .ShouldBe(Catalogue.All.Select(requirement => $"{requirement.Identifier} {requirement.Explanation.Link}"));
        var results = Results(report).ToArray();
        foreach (var result in results)
        {
            driver
                .GetProperty("rules")[result.GetProperty("ruleIndex").GetInt32()]
                .GetProperty("id")
                .GetString()
                .ShouldBe(result.GetProperty("ruleId").GetString());
        }

        Place(results, "poll.memory").ShouldBe(("sample/poll.deployment.yaml", 42, "error"));
        Place(results, "files.redis.service.yaml").ShouldBe(("sample/redis.service.yaml", 1, "error"));
    }

    private static (string? File, int Line, string? Level) Place(IEnumerable<JsonElement> results, string identifier)
    {
        var result = results.First(result => result.GetProperty("ruleId").GetString() == identifier);
        var place = result.GetProperty("locations")[0].GetProperty("physicalLocation");
        return (
            place.GetProperty("artifactLocation").GetProperty("uri").GetString(),
            place.GetProperty("region").GetProperty("startLine").GetInt32(),
            result.GetProperty("level").GetString()
        );
    }
}
