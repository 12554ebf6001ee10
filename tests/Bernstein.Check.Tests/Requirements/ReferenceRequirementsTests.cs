namespace Bernstein.Check.Tests.Requirements;

public sealed class ReferenceRequirementsTests : VerdictCaseTests<ReferenceRequirementsTests>
{
    [Test]
    public void A_service_may_select_other_pods_of_its_own_component() =>
        Sample
            .Reference.Holding("poll.canary.yaml", Sample.Reference.Files["poll.deployment.yaml"])
            .Judge("wiring.selectors")
            .Status.ShouldBe(Status.Pass);
}
