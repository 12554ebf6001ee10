using static Bernstein.Check.Tests.Reports.WrittenReport;

namespace Bernstein.Check.Tests.Reports;

public sealed class JsonReportTests
{
    [Test]
    public void Json_has_an_element_for_each_folder_and_in_it_one_for_each_requirement()
    {
        var report = Write("json", Broken);
        var folder = JsonDocument.Parse(report).RootElement.EnumerateArray().ShouldHaveSingleItem();
        folder.GetProperty("folder").GetString().ShouldBe("sample");
        (folder.GetProperty("passed").GetInt32(), folder.GetProperty("failed").GetInt32()).ShouldBe((Held, 1));
        var requirements = folder.GetProperty("requirements").EnumerateArray().ToArray();
        requirements
            .Select(requirement => requirement.GetProperty("id").GetString())
            .ShouldBe(Catalogue.All.Select(requirement => requirement.Identifier));
        var failed = requirements.Single(requirement => requirement.GetProperty("status").GetString() == "fail");
        failed
            .EnumerateObject()
            .Select(property => property.Name)
            .ShouldBe(["id", "severity", "status", "message", "file", "line", "mend", "edits"]);
        (
            failed.GetProperty("severity").GetString(),
            failed.GetProperty("file").GetString(),
            failed.GetProperty("line").GetInt32()
        ).ShouldBe(("specification", "poll.deployment.yaml", 42));
        RequirementIn(report, "wiring.ingress-api").GetProperty("status").GetString().ShouldBe("not-judged");
    }

    [Test]
    public void Json_says_the_edits_that_mend_and_what_to_change_before_all()
    {
        var misnamed = Broken.Without("redis.service.yaml").Holding("redis-service.yml", Broken.Files["redis.service.yaml"]);
        var report = Write("json", misnamed);
        JsonDocument
            .Parse(report)
            .RootElement[0]
            .GetProperty("hints")[0]
            .GetString()
            .ShouldBe("redis-service.yml is judged as redis.service.yaml: give it that name");
        Edit("poll.memory").ShouldBe("set poll.deployment.yaml:1 spec.template.spec.containers[0].resources.limits.memory = 128M");
        Edit("files.redis.service.yaml").ShouldBe("move redis-service.yml:0  = redis.service.yaml");

        string Edit(string identifier)
        {
            var edit = RequirementIn(report, identifier).GetProperty("edits").EnumerateArray().ShouldHaveSingleItem();
            return $"{Text("kind")} {Text("file")}:{edit.GetProperty("line").GetInt32()} {Text("path")} = {Text("value")}";

            string? Text(string name) => edit.GetProperty(name).GetString();
        }
    }
}
