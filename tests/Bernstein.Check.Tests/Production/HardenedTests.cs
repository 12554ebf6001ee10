namespace Bernstein.Check.Tests.Production;

/// <summary>Every requirement of production holds for the hardened sample, and can fail in each of its ways.</summary>
public sealed class HardenedTests
{
    public static IEnumerable<ProductionEdit> Harmful => ProductionEdit.Read("harmful-edits.txt");

    public static IEnumerable<ProductionEdit> Harmless => ProductionEdit.Read("harmless-edits.txt");

    [Test]
    public void The_hardened_sample_meets_production_and_gives_up_what_the_letter_asks_against_it()
    {
        Sample.Hardened.AssessProduction().Outcomes.ShouldAllBe(outcome => outcome.Verdict.Status == Status.Pass);
        Sample
            .Hardened.Assess()
            .Failures.Select(failure => failure.Requirement.Identifier)
            .ShouldBe(["traefik.namespace", "traefik.authorization", "traefik.node-port.dashboard", "cadvisor.image"], ignoreOrder: true);
    }

    [Test]
    public void Every_requirement_is_turned_red_by_some_edit() =>
        Catalogue.Production.Select(requirement => requirement.Identifier).Except(Harmful.SelectMany(edit => edit.Red)).ShouldBeEmpty();

    [Test]
    public void Every_edit_is_tried_where_the_requirement_is_that_it_breaks_first() =>
        Harmful.Select(edit => edit.Red[0]).Except(Catalogue.Production.Select(requirement => requirement.Identifier)).ShouldBeEmpty();

    [TestCaseSource(nameof(Harmless))]
    public void An_edit_that_does_not_matter_turns_nothing_red(ProductionEdit edit) =>
        edit.Assess().Failures.Select(Mending.Shown).ShouldBeEmpty();

    /// <summary>An exporter in the pod of the server takes it out of its Service when it crashes: one of its own does not.</summary>
    [TestCase("REDIS_ADDR", "redis://redis:6379", true)]
    [TestCase("REDIS_ADDR", "redis://another:6379", false)]
    public void An_exporter_in_a_pod_of_its_own_shows_the_metrics_of_whom_it_is_given(string variable, string value, bool isSeen)
    {
        var redis = Sample.Hardened.Files["redis.deployment.yaml"].Replace("prometheus.io/scrape", "unread", StringComparison.Ordinal);
        var exporter = $$"""
            apiVersion: apps/v1
            kind: Deployment
            metadata: {name: redis-exporter, namespace: default}
            spec:
              selector: {matchLabels: {app: redis-exporter} }
              template:
                metadata: {labels: {app: redis-exporter}, annotations: {prometheus.io/scrape: "true", prometheus.io/port: "9121"} }
                spec:
                  containers:
                  - name: exporter
                    image: oliver006/redis_exporter:v1.67.0
                    env: [{name: {{variable}}, value: '{{value}}' }]
                    ports: [{containerPort: 9121}]
            """;
        Sample
            .Hardened.Holding("redis.deployment.yaml", redis)
            .Holding("redis-exporter.yaml", exporter)
            .AssessProduction()
            .Outcomes.Single(outcome => outcome.Requirement.Identifier == "production.metrics")
            .Verdict.Status.ShouldBe(isSeen ? Status.Pass : Status.Fail);
    }

    [TestCaseSource(nameof(Harmful))]
    public void The_mends_of_an_edit_mend_it_or_are_for_a_person(ProductionEdit edit)
    {
        var before = edit.Assess();
        var after = Mending.Mended(before);
        Mending.Held(before).Except(Mending.Held(after)).ShouldBeEmpty("held before the mends");
        (after.Failed == 0 ? after : Mending.Mended(after))
            .Failures.SelectMany(failure => failure.Verdict.Findings)
            .ShouldAllBe(finding => finding.Mend == null || finding.Mend.Edits.Count == 0, "a mend that mends nothing");
    }

    [Test]
    public void The_letter_alone_is_not_fit_for_production()
    {
        var assessment = Sample.Reference.AssessProduction();
        assessment.Outcomes.ShouldAllBe(outcome => outcome.Verdict.Status == Status.Fail);
        // What the mends can do without knowing the images: the network policies, the budgets, the tokens.
        var mended = Mending.Mended(assessment);
        mended
            .Failures.SelectMany(failure => failure.Verdict.Findings)
            .ShouldAllBe(finding => finding.Mend == null || finding.Mend.Edits.Count == 0);
        Mending
            .Held(mended)
            .ShouldBe(["production.network-policy", "production.service-account", "production.availability"], ignoreOrder: true);
    }

    [Test]
    public void The_mends_of_production_break_nothing_of_the_letter()
    {
        var before = Assessment.Of(Sample.Reference.AssessProduction().Submission, Catalogue.WithProduction);
        before.Passed.ShouldBe(Catalogue.All.Count);
        Mending.Held(before).Except(Mending.Held(Mending.Mended(before))).ShouldBeEmpty();
    }
}
