namespace Bernstein.Kubernetes.Tests.Objects;

public sealed class WorkloadTests
{
    [TestCase("kind: Pod\nspec: {containers: [{name: a}]}", "spec")]
    [TestCase("kind: Deployment\nspec: {template: {spec: {containers: [{name: a}]}}}", "spec.template.spec")]
    [TestCase(
        "kind: CronJob\nspec: {jobTemplate: {spec: {template: {spec: {containers: [{name: a}]}}}}}",
        "spec.jobTemplate.spec.template.spec"
    )]
    public void The_pods_of_a_workload_stand_where_its_kind_says(string text, string path)
    {
        var workload = Workload.Of(Manifest.Object(text)).ShouldNotBeNull();
        (workload.Pod.Path, workload.Container["name"].Text).ShouldBe((path, "a"));
    }

    [Test]
    public void A_service_makes_no_pods() => Workload.Of(Manifest.Object("kind: Service\n")).ShouldBeNull();
}
