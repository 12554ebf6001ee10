using static Bernstein.Check.Tests.Reports.WrittenReport;

namespace Bernstein.Check.Tests.Reports;

public sealed class ReportFormatTests
{
    public static IEnumerable<string> Formats => ReportFormat.All.Select(format => format.Name);

    // A table of points has no place for reasons.
    public static IEnumerable<string> Telling => Formats.Except(["csv"]);

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
            .ShouldContain("since old: fixed: redis.port\nsince old: broke: worker.memory\nsince old: still fails: poll.memory\n");
        var changes = JsonDocument.Parse(Write("json", [answer])).RootElement[0].GetProperty("since");
        changes.GetProperty("mended")[0].GetString().ShouldBe("redis.port");
        Results(Write("sarif", [answer]))
            .Select(result => $"{result.GetProperty("ruleId").GetString()} {result.GetProperty("baselineState").GetString()}")
            .ShouldBe(["poll.memory unchanged", "worker.memory new", "redis.port absent"]);
    }

    [TestCase("poll.deployment.yaml", "a: [\n$")]
    [TestCase("poll.deployment.yaml", "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a}\n$")]
    [TestCase("poll.deployment.yaml", "")]
    public void What_could_not_be_seen_before_did_not_break(string file, string text)
    {
        var before = Broken.Holding(file, text.Replace("$", Broken.Files[file], StringComparison.Ordinal)).Assess();
        var answer = new Answer("sample", Broken.Assess(), null) { Before = before };
        answer.Broke.ShouldBeEmpty();
        string.Join(' ', answer.NotSeenBefore.Concat(answer.StillFails).Select(requirement => requirement.Identifier))
            .ShouldBe("poll.memory");
    }

    [Test]
    public void What_a_lost_line_of_dashes_hid_did_not_break()
    {
        var now = Sample.Reference.With(
            "traefik.rbac.yaml",
            "kind: ClusterRole\nmetadata:\n",
            "kind: ClusterRole\nmetadata:\n  namespace: a\n"
        );
        var before = now.With("traefik.rbac.yaml", "---\n", "");
        var answer = new Answer("sample", now.Assess(), null) { Before = before.Assess() };
        answer.Broke.ShouldBeEmpty();
        answer.NotSeenBefore.ShouldContain(requirement => requirement.Identifier == "wiring.scope");
        Write("text", [answer]).ShouldContain("since old: fails, and could not be judged before: wiring.scope\n");
    }

    [TestCaseSource(nameof(Telling))]
    public void What_a_file_says_is_in_every_report(string format) =>
        Write(format, Broken.With("poll.deployment.yaml", "memory: 128Mi", $"memory: '{Markup}'")).ShouldContain("alert(1)");

    [TestCase("html")]
    [TestCase("markdown")]
    [TestCase("junit")]
    public void What_a_file_says_cannot_become_part_of_the_report(string format) =>
        Write(format, Broken.With("poll.deployment.yaml", "memory: 128Mi", $"memory: '{Markup}'")).ShouldNotContain("<script>");
}
