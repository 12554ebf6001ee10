namespace Bernstein.Kubernetes.Tests.Rules;

/// <summary>What an API server refuses, in words, and the mend.</summary>
public sealed class JobRulesTests
{
    [TestCase(
        $"{Manifest.Job}{{template: {{spec: {{containers: [{{name: b, image: c}}]}}}}}}",
        "Job a.spec has pods whose restartPolicy is absent, which is Always; asked for is OnFailure or Never",
        "Write template.spec.restartPolicy: OnFailure"
    )]
    [TestCase(
        $"{Manifest.Job}{{selector: {{matchLabels: {{a: b}}}}, template: {{spec: {{restartPolicy: Never, containers: [{{name: b, image: c}}]}}}}}}",
        "Job a.spec has a selector, which Kubernetes writes by itself; remove it",
        "Remove selector."
    )]
    [TestCase(
        $"{Manifest.Job}{{manualSelector: true, selector: {{matchLabels: {{a: b}}}}, template: {{spec: {{restartPolicy: Never, containers: [{{name: b, image: c}}]}}}}}}",
        "Job a.spec has manualSelector and no selector of the labels of its pods; remove manualSelector",
        "Remove manualSelector."
    )]
    [TestCase(
        $"{Manifest.Job}{{completionMode: Indexed, parallelism: 2, template: {{spec: {{restartPolicy: Never, containers: [{{name: b, image: c}}]}}}}}}",
        "Job a.spec has the completionMode Indexed and no completions",
        "Write completions: 1"
    )]
    [TestCase(
        $"{Manifest.CronJob}{{schedule: \"* * *\", jobTemplate: {{spec: {{template: {{spec: {{restartPolicy: Never, containers: [{{name: b, image: c}}]}}}}}}}}}}",
        "CronJob a.spec.schedule is \"* * *\"; asked for are five fields such as */5 * * * *, or @daily",
        null
    )]
    public void What_is_refused_is_said_with_its_mend(string text, string message, string? mend) =>
        Manifest.ShouldBeRefused(text, message, mend);
}
