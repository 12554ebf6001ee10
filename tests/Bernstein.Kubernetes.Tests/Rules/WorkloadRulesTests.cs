namespace Bernstein.Kubernetes.Tests.Rules;

/// <summary>What an API server refuses, in words, and the mend.</summary>
public sealed class WorkloadRulesTests
{
    [TestCase(
        $"{Manifest.Deployment}{{selector: {{matchLabels: {{app: b}}}}, template: {{metadata: {{labels: {{app: a}}}}, spec: {{containers: [{{name: b, image: c}}]}}}}}}",
        "Deployment a.spec.selector does not match the labels of its own pods; make them equal",
        null
    )]
    [TestCase(
        $"{Manifest.Deployment}{{selector: {{}}, template: {{metadata: {{labels: {{app: a}}}}, spec: {{containers: [{{name: b, image: c}}]}}}}}}",
        "Deployment a.spec.selector is empty; asked for are the labels of its pods",
        null
    )]
    [TestCase(
        $"{Manifest.Deployment}{{selector: {{matchLabels: {{app: a}}}}, template: {{metadata: {{labels: {{app: a}}}}, spec: {{restartPolicy: Never, containers: [{{name: b, image: c}}]}}}}}}",
        "Deployment a has pods whose restartPolicy is Never; asked for is Always",
        "Write spec.template.spec.restartPolicy: Always"
    )]
    [TestCase(
        $"{Manifest.Deployment}{{selector: {{matchLabels: {{app: a}}}}, template: {{metadata: {{labels: {{app: a}}}}, spec: {{activeDeadlineSeconds: 5, containers: [{{name: b, image: c}}]}}}}}}",
        "Deployment a has pods with activeDeadlineSeconds, which only a Job's may have; remove it",
        "Remove spec.template.spec.activeDeadlineSeconds."
    )]
    [TestCase(
        $"{Manifest.Deployment}{{minReadySeconds: 600, selector: {{matchLabels: {{app: a}}}}, template: {{metadata: {{labels: {{app: a}}}}, spec: {{containers: [{{name: b, image: c}}]}}}}}}",
        "Deployment a.spec.progressDeadlineSeconds (600 where absent) is not above minReadySeconds; raise it",
        null
    )]
    [TestCase(
        $"{Manifest.Deployment}{{strategy: {{type: Recreate, rollingUpdate: {{}}}}, selector: {{matchLabels: {{app: a}}}}, template: {{metadata: {{labels: {{app: a}}}}, spec: {{containers: [{{name: b, image: c}}]}}}}}}",
        "Deployment a.spec.strategy has a rollingUpdate block with the type Recreate; remove the block",
        "Remove spec.strategy.rollingUpdate."
    )]
    [TestCase(
        $"{Manifest.Deployment}{{strategy: {{rollingUpdate: {{maxSurge: 0, maxUnavailable: 0}}}}, selector: {{matchLabels: {{app: a}}}}, template: {{metadata: {{labels: {{app: a}}}}, spec: {{containers: [{{name: b, image: c}}]}}}}}}",
        "Deployment a.spec.strategy.rollingUpdate has maxSurge 0 and maxUnavailable 0; asked for is one of them above 0",
        "Write spec.strategy.rollingUpdate.maxUnavailable: 1"
    )]
    [TestCase(
        $"{Manifest.DaemonSet}{{updateStrategy: {{rollingUpdate: {{maxSurge: 1}}}}, selector: {{matchLabels: {{app: a}}}}, template: {{metadata: {{labels: {{app: a}}}}, spec: {{containers: [{{name: b, image: c}}]}}}}}}",
        "DaemonSet a.spec.updateStrategy has maxSurge and maxUnavailable (1 where absent) above 0; asked for is one of them",
        "Remove spec.updateStrategy.rollingUpdate."
    )]
    [TestCase(
        $"{Manifest.Deployment}{{strategy: {{rollingUpdate: {{maxUnavailable: 101%}}}}, selector: {{matchLabels: {{app: a}}}}, template: {{metadata: {{labels: {{app: a}}}}, spec: {{containers: [{{name: b, image: c}}]}}}}}}",
        "Deployment a.spec.strategy has a maxUnavailable above 100%; asked for is 100% at most",
        "Write spec.strategy.rollingUpdate.maxUnavailable: 100%"
    )]
    public void What_is_refused_is_said_with_its_mend(string text, string message, string? mend) =>
        Manifest.ShouldBeRefused(text, message, mend);
}
