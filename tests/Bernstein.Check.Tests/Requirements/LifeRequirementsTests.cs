namespace Bernstein.Check.Tests.Requirements;

public sealed class LifeRequirementsTests
{
    [TestCase("type: RollingUpdate\n    rollingUpdate: {maxSurge: 0, maxUnavailable: 1}", Status.Pass)]
    [TestCase("type: RollingUpdate\n    rollingUpdate: {maxSurge: 1, maxUnavailable: 50%}", Status.Pass)]
    [TestCase("type: RollingUpdate\n    rollingUpdate: {maxSurge: 0, maxUnavailable: 25%}", Status.Pass)]
    [TestCase("type: RollingUpdate\n    rollingUpdate: {maxSurge: 1, maxUnavailable: 25%}", Status.Fail)]
    [TestCase("type: RollingUpdate\n    rollingUpdate: {maxSurge: 0, maxUnavailable: 0}", Status.Fail)]
    [TestCase("type: RollingUpdate\n    rollingUpdate: {maxSurge: 1, maxUnavailable: half}", Status.Fail)]
    [TestCase("type: RollingUpdate", Status.Fail)]
    [TestCase("type: Recreate", Status.Pass)]
    public void A_rollout_frees_a_node_before_it_needs_one(string strategy, Status expected) =>
        Sample
            .Reference.With(
                "poll.deployment.yaml",
                "type: RollingUpdate\n    rollingUpdate:\n      maxSurge: 0\n      maxUnavailable: 1",
                strategy
            )
            .Judge("wiring.rollout")
            .Status.ShouldBe(expected);

    [Test]
    public void A_number_of_replicas_beyond_all_bounds_is_counted_without_wrapping_round() =>
        Sample
            .Reference.With("poll.deployment.yaml", "replicas: 2", "replicas: 9223372036854775807")
            .With("poll.deployment.yaml", "maxUnavailable: 1", "maxUnavailable: 1000%")
            .Judge("wiring.rollout")
            .Status.ShouldBe(Status.Pass);

    [TestCase("type: Recreate", Status.Pass)]
    [TestCase("rollingUpdate: {maxSurge: 0}", Status.Pass)]
    [TestCase("rollingUpdate: {maxSurge: 0%}", Status.Pass)]
    [TestCase("rollingUpdate: {maxSurge: \"0\"}", Status.Fail)]
    [TestCase("rollingUpdate: {maxSurge: 25%}", Status.Fail)]
    [TestCase("type: RollingUpdate", Status.Fail)]
    public void Two_databases_never_share_a_directory(string strategy, Status expected) =>
        Sample
            .Reference.With("postgres.deployment.yaml", "type: Recreate", strategy)
            .Judge("wiring.single-writer")
            .Status.ShouldBe(expected);

    [TestCase("[{operator: Exists}]", Status.Pass)]
    [TestCase("[{operator: Exists, effect: NoSchedule}]", Status.Pass)]
    [TestCase("[{operator: Exists, effect: NoExecute}]", Status.Fail)]
    [TestCase("[{key: node-role.kubernetes.io/control-plane}, {key: node-role.kubernetes.io/master, effect: NoSchedule}]", Status.Pass)]
    [TestCase("[{key: node-role.kubernetes.io/control-plane, operator: Exists}]", Status.Fail)]
    [TestCase("[{key: node-role.kubernetes.io/master, operator: Exists}]", Status.Fail)]
    [TestCase(
        "[{key: node-role.kubernetes.io/control-plane, value: \"true\"}, {key: node-role.kubernetes.io/master, operator: Exists}]",
        Status.Fail
    )]
    public void Cadvisor_runs_on_control_plane_nodes_of_any_age(string tolerations, Status expected)
    {
        var file = Sample.Reference.Files["cadvisor.daemonset.yaml"];
        var (start, end) = (
            file.IndexOf("      tolerations:", StringComparison.Ordinal),
            file.IndexOf("      containers:", StringComparison.Ordinal)
        );
        Sample
            .Reference.Holding("cadvisor.daemonset.yaml", $"{file[..start]}      tolerations: {tolerations}\n{file[end..]}")
            .Judge("wiring.control-plane")
            .Status.ShouldBe(expected);
    }
}
