namespace Bernstein.Check.Tests.Requirements;

public sealed class SpreadRequirementsTests
{
    private const string Required =
        "affinity: {podAntiAffinity: {requiredDuringSchedulingIgnoredDuringExecution: [{topologyKey: kubernetes.io/hostname, REST}]}}";
    private const string Constraint =
        "topologySpreadConstraints: [{topologyKey: kubernetes.io/hostname, whenUnsatisfiable: DoNotSchedule, maxSkew: 1, minDomains: 2, REST}]";

    private const string Affinity = """
              affinity:
                podAntiAffinity:
                  requiredDuringSchedulingIgnoredDuringExecution:
                  - topologyKey: kubernetes.io/hostname
                    labelSelector:
                      matchLabels:
                        app: poll

        """;

    [TestCase(Required, "labelSelector: {matchLabels: {app: poll}}", Status.Pass, "")]
    [TestCase(Required, "labelSelector: {matchExpressions: [{key: app, operator: In, values: [poll, vote]}]}", Status.Pass, "")]
    [TestCase(Required, "labelSelector: {matchExpressions: [{key: app, operator: Exists}]}", Status.Pass, "")]
    [TestCase(Required, "labelSelector: {matchExpressions: [{key: tier, operator: DoesNotExist}]}", Status.Pass, "")]
    [TestCase(Required, "labelSelector: {matchExpressions: [{key: app, operator: NotIn, values: [poll]}]}", Status.Fail, "(app: poll)")]
    [TestCase(Required, "labelSelector: {matchLabels: {app: pol}}", Status.Fail, "(app: poll)")]
    [TestCase(Required, "labelSelector: {}", Status.Fail, "labelSelector is empty")]
    [TestCase(Required, "labelSelector: {app: poll}", Status.Fail, "labelSelector is empty")]
    [TestCase(Required, "labelSelector: , matchLabels: {app: poll}", Status.Fail, "indent it further")]
    [TestCase(Required, "namespaces: [default], labelSelector: {matchLabels: {app: poll}}", Status.Pass, "")]
    [TestCase(Required, "namespaces: [votes], labelSelector: {matchLabels: {app: poll}}", Status.Fail, "other namespaces")]
    [TestCase(Constraint, "labelSelector: {matchLabels: {app: poll}}", Status.Pass, "")]
    [TestCase(Constraint, "labelSelector: {matchLabels: {app: result}}", Status.Fail, "(app: poll)")]
    [TestCase(
        "topologySpreadConstraints: [{topologyKey: kubernetes.io/hostname, whenUnsatisfiable: DoNotSchedule, maxSkew: 1, REST}]",
        "labelSelector: {matchLabels: {app: poll}}",
        Status.Fail,
        "minDomains: 2"
    )]
    [TestCase(
        "topologySpreadConstraints: [{topologyKey: kubernetes.io/hostname, whenUnsatisfiable: ScheduleAnyway, maxSkew: 1, minDomains: 2, REST}]",
        "labelSelector: {matchLabels: {app: poll}}",
        Status.Fail,
        "DoNotSchedule"
    )]
    [TestCase(
        "affinity: {podAffinity: {requiredDuringSchedulingIgnoredDuringExecution: [{topologyKey: kubernetes.io/hostname, REST}]}}",
        "labelSelector: {matchLabels: {app: poll}}",
        Status.Fail,
        "podAffinity puts"
    )]
    [TestCase(
        "affinity: {podAntiAffinity: {preferredDuringSchedulingIgnoredDuringExecution: [{weight: 1, REST}]}}",
        "podAffinityTerm: {}",
        Status.Fail,
        "only preferred"
    )]
    [TestCase("affinity: poll # REST", "", Status.Fail, "nothing keeps")]
    public void Instances_are_kept_apart_by_a_rule_that_must_hold(string rule, string rest, Status expected, string said)
    {
        var verdict = Sample
            .Reference.With("poll.deployment.yaml", Affinity, $"      {rule.Replace("REST", rest, StringComparison.Ordinal)}\n")
            .Judge("poll.spread");
        verdict.Status.ShouldBe(expected);
        string.Concat(verdict.Findings.Select(finding => finding.Message)).ShouldContain(said);
    }

    [TestCase("nodeSelector: {}", Status.Pass)]
    [TestCase("nodeSelector: {disk: ssd}", Status.Fail)]
    [TestCase("nodeName: one", Status.Fail)]
    [TestCase("affinity: {nodeAffinity: {requiredDuringSchedulingIgnoredDuringExecution: {nodeSelectorTerms: [{}]}}}", Status.Fail)]
    [TestCase("affinity: {nodeAffinity: {preferredDuringSchedulingIgnoredDuringExecution: []}}", Status.Pass)]
    public void Every_node_is_every_node(string written, Status expected) =>
        Sample
            .Reference.With("cadvisor.daemonset.yaml", "restartPolicy: Always", $"restartPolicy: Always\n      {written}")
            .Judge("cadvisor.every-node")
            .Status.ShouldBe(expected);
}
