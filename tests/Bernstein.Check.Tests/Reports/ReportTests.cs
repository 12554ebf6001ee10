using System.Text.Json;
using System.Xml.Linq;
using Bernstein.Check.Reports;
using Bernstein.Check.Requirements;
using NUnit.Framework;
using Shouldly;

namespace Bernstein.Check.Tests.Reports;

/// <summary>The verdicts in each format.</summary>
public sealed class ReportTests
{
    private const string Hostile = "<script>alert(1)</script>|*_`";

    private static readonly Sample Broken = (Sample.Reference with { KubernetesVersion = null }).With(
        "poll.deployment.yaml",
        "memory: 128M",
        "memory: 128Mi"
    );

    private static readonly DateTimeOffset Time = new(2026, 1, 31, 12, 30, 0, TimeSpan.Zero);

    public static IEnumerable<string> Formats => ReportFormat.All.Select(format => format.Name);

    // A table of points has no place for reasons.
    public static IEnumerable<string> Telling => Formats.Except(["csv"]);

    [Test]
    public void Text_tells_a_failure_with_its_mend_and_what_was_not_judged()
    {
        var lines = Write("text", Broken).TrimEnd().Split('\n');
        lines.ShouldContain("poll: 8 of 9");
        lines.ShouldContain("  ✗ poll.memory  The memory of poll is limited to 128M.");
        lines.ShouldContain("  - wiring.ingress-api  not judged: no Kubernetes version was given");
        lines[^2..].ShouldBe(["1 not judged", "103 passed, 1 failed"]);
    }

    /// <summary>GitHub looks for names of people, numbers of issues and entities after it has read the signs: a backslash keeps none of them back.</summary>
    [TestCase("@team", "@<!-- -->team")]
    [TestCase("&#64;team", "&amp;#<!-- -->64;team")]
    [TestCase("fixes #1", "fixes #<!-- -->1")]
    [TestCase("$x$ ~~y~~", @"\$x\$ \~\~y\~\~")]
    public void Markdown_calls_nobody_and_leads_nowhere(string name, string written) =>
        Write("markdown", [new Answer(name, Broken.Assess(), null)]).ShouldContain($"| {written} | 103 | 1 | 1 |");

    [Test]
    public void Json_has_an_element_for_each_folder_and_in_it_one_for_each_requirement()
    {
        var folder = JsonDocument.Parse(Write("json", Broken)).RootElement.EnumerateArray().ShouldHaveSingleItem();
        folder.GetProperty("folder").GetString().ShouldBe("sample");
        (folder.GetProperty("passed").GetInt32(), folder.GetProperty("failed").GetInt32()).ShouldBe((103, 1));
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
        ).ShouldBe(("letter", "poll.deployment.yaml", 42));
        requirements
            .Single(requirement => requirement.GetProperty("id").GetString() == "wiring.ingress-api")
            .GetProperty("status")
            .GetString()
            .ShouldBe("not-judged");
    }

    [Test]
    public void Json_says_the_edits_that_mend_and_what_to_change_before_all()
    {
        var folder = JsonDocument
            .Parse(Write("json", Broken.Without("redis.service.yaml").Holding("redis-service.yml", Broken.Files["redis.service.yaml"])))
            .RootElement[0];
        folder.GetProperty("hints")[0].GetString().ShouldBe("redis-service.yml is judged as redis.service.yaml: give it that name");
        Edit("poll.memory").ShouldBe("set poll.deployment.yaml:1 spec.template.spec.containers[0].resources.limits.memory = 128M");
        Edit("files.redis.service.yaml").ShouldBe("move redis-service.yml:0  = redis.service.yaml");

        string Edit(string identifier)
        {
            var edit = folder
                .GetProperty("requirements")
                .EnumerateArray()
                .Single(requirement => requirement.GetProperty("id").GetString() == identifier)
                .GetProperty("edits")
                .EnumerateArray()
                .ShouldHaveSingleItem();
            return $"{Text("kind")} {Text("file")}:{edit.GetProperty("line").GetInt32()} {Text("path")} = {Text("value")}";

            string? Text(string name) => edit.GetProperty(name).GetString();
        }
    }

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
            report.ShouldContain("Mended with ");
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
        references.ShouldContain("Mended with postgres.env.POSTGRES_HOST.");
        references.ShouldContain("ServiceAccount traffic");
    }

    [Test]
    public void JUnit_has_a_case_for_each_requirement()
    {
        var suite = XDocument.Parse(Write("junit", Broken)).Root!.Elements("testsuite").ShouldHaveSingleItem();
        ((int)suite.Attribute("tests")!, (int)suite.Attribute("failures")!, (int)suite.Attribute("skipped")!).ShouldBe((105, 1, 1));
        suite.Elements("testcase").Single(test => test.Element("failure") is not null).Attribute("name")!.Value.ShouldBe("poll.memory");
    }

    [Test]
    public void Markdown_has_a_row_for_each_folder_and_each_finding()
    {
        var lines = Write("markdown", Broken, Sample.Reference).Split('\n');
        lines.ShouldContain("| sample | 103 | 1 | 1 |");
        lines.ShouldContain("| sample | 105 | 0 | 0 |");
        lines.Count(line => line.StartsWith("| poll.memory | poll.deployment.yaml:42 | ", StringComparison.Ordinal)).ShouldBe(1);
    }

    [Test]
    public void Html_has_a_cell_for_each_folder_and_requirement_and_a_reason_for_each_failure()
    {
        var page = Write("html", Broken, Sample.Reference);
        (page.Split("<td class=\"pass").Length - 1).ShouldBe(2 * (103 + 105), "in the order of the names, and in that of the failures");
        page.ShouldContain("<a href=\"#f0-poll.memory\" aria-label=\"poll.memory: does not hold\">✗</a>");
        page.ShouldContain("<details open id=\"f0-poll.memory\">");
    }

    [TestCaseSource(nameof(Formats))]
    public void What_could_not_be_judged_has_its_place_in_every_format(string format)
    {
        var answers = new[] { new Answer("gone", null, "there is no folder gone"), new Answer("sample", Broken.Assess(), null) };
        var report = Write(format, answers);
        (report.Contains("gone", StringComparison.Ordinal), report.Contains("there is no folder gone", StringComparison.Ordinal)).ShouldBe(
            (true, true)
        );
        Write(format, [answers[0]]).ShouldContain("there is no folder gone");
    }

    [TestCaseSource(nameof(Formats))]
    public void What_was_left_out_is_in_every_format_and_what_changed_too(string format)
    {
        var before = Broken.With("redis.service.yaml", "port: 6379", "port: 6380").Holding("compose.yaml", "services: {}\n").Assess();
        var now = Broken.With("worker.deployment.yaml", "memory: 256M", "memory: 1M").Holding("compose.yaml", "services: {}\n").Assess();
        var report = Write(format, [new Answer("sample", now, null) { Before = before }]);
        report.ShouldContain(format == "csv" ? ",1,," : "compose.yaml");
        foreach (var changed in new[] { "redis.port", "worker.memory" })
        {
            report.ShouldContain(changed);
        }
    }

    [Test]
    public void What_was_mended_what_broke_and_what_still_fails_are_told_apart()
    {
        var before = Broken.With("redis.service.yaml", "port: 6379", "port: 6380").Assess();
        var answer = new Answer("sample", Broken.With("worker.deployment.yaml", "memory: 256M", "memory: 1M").Assess(), null)
        {
            Before = before,
        };
        string.Join(' ', answer.Mended.Select(requirement => requirement.Identifier)).ShouldBe("redis.port");
        string.Join(' ', answer.Broke.Select(requirement => requirement.Identifier)).ShouldBe("worker.memory");
        string.Join(' ', answer.StillFails.Select(requirement => requirement.Identifier)).ShouldBe("poll.memory");
        Write("text", [answer])
            .ShouldContain("since old: mended: redis.port\nsince old: broke: worker.memory\nsince old: still fails: poll.memory\n");
        var changes = JsonDocument.Parse(Write("json", [answer])).RootElement[0].GetProperty("since");
        changes.GetProperty("mended")[0].GetString().ShouldBe("redis.port");
        Results(Write("sarif", [answer]))
            .Select(result => $"{result.GetProperty("ruleId").GetString()} {result.GetProperty("baselineState").GetString()}")
            .ShouldBe(["poll.memory unchanged", "worker.memory new", "redis.port absent"]);
    }

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
            .ShouldBe(Catalogue.All.Select(requirement => $"{requirement.Identifier} {Explanation.Of(requirement).Link}"));
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

    [Test]
    public void Csv_has_a_row_for_each_hand_in_with_its_points()
    {
        var points = new Points([("*", 1), ("wiring.*", 0.5m), ("poll.memory", 3)], null);
        var rows = Write("csv", [new Answer("=a,\"b\"", Broken.Assess(), null), new Answer("c", null, "gone")], points)
            .TrimEnd()
            .Split('\n');
        rows[0].ShouldStartWith("folder,points,of,passed,failed,not judged,left out,why not judged,files.cadvisor.daemonset.yaml,");
        // 87 of the letter at 1, 16 of wiring at a half; poll.memory is the one that fails.
        rows[1].ShouldStartWith("\"'=a,\"\"b\"\"\",95,98,103,1,1,0,,pass,");
        rows[1].Split(',').Count(cell => cell == "fail").ShouldBe(1);
        rows[2].ShouldStartWith("c,,,,,,,gone");
        Write("csv", [new Answer("a", Broken.Assess(), null)], points with { Total = 20 }).ShouldContain("\na,19.39,20,");
    }

    [Test]
    public void JUnit_says_file_and_line() =>
        XDocument
            .Parse(Write("junit", Broken))
            .Descendants("testcase")
            .Where(test => test.Attribute("file") is not null)
            .Select(test => $"{test.Attribute("name")!.Value} {test.Attribute("file")!.Value}:{test.Attribute("line")!.Value}")
            .ShouldBe(["poll.memory sample/poll.deployment.yaml:42"]);

    [Test]
    public void Html_says_names_totals_date_and_version_and_leads_back()
    {
        var page = Write("html", Broken, Sample.Reference);
        page.ShouldContain("<th scope=\"col\" class=\"name\"><span>poll.memory</span></th>");
        page.ShouldContain("<time datetime=\"2026-01-31T12:30:00Z\">31 January 2026, 12:30 UTC</time>");
        page.ShouldMatch("by bernstein-check [0-9]+\\.[0-9]+\\.[0-9]+\\.");
        page.ShouldContain("<a class=\"back\" href=\"#table\">");
        page.ShouldContain("<td class=\"total fail\">1</td>");
        page.ShouldNotContain("<script");
    }

    [TestCaseSource(nameof(Telling))]
    public void What_a_file_says_is_in_every_report(string format) =>
        Write(format, Broken.With("poll.deployment.yaml", "memory: 128Mi", $"memory: '{Hostile}'")).ShouldContain("alert(1)");

    [TestCase("html")]
    [TestCase("markdown")]
    [TestCase("junit")]
    public void What_a_file_says_cannot_become_part_of_the_report(string format) =>
        Write(format, Broken.With("poll.deployment.yaml", "memory: 128Mi", $"memory: '{Hostile}'")).ShouldNotContain("<script>");

    private static IEnumerable<JsonElement> Results(string sarif) =>
        JsonDocument.Parse(sarif).RootElement.GetProperty("runs")[0].GetProperty("results").EnumerateArray();

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

    private static string Write(string format, params Sample[] samples) =>
        Write(format, [.. samples.Select(sample => new Answer("sample", sample.Assess(), null))]);

    private static string Write(string format, Answer[] answers, Points? points = null)
    {
        using var output = new StringWriter { NewLine = "\n" };
        ReportFormat
            .All.Single(found => found.Name == format)
            .Report(
                new ReportSettings(
                    false,
                    Time,
                    points ?? new Points([], null),
                    answers.Any(answer => answer.Before is not null) ? "old" : null
                )
            )
            .Write(output, answers);
        return output.ToString();
    }
}
