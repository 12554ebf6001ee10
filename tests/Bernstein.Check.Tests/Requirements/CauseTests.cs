namespace Bernstein.Check.Tests.Requirements;

/// <summary>What has one cause is one cause, whatever hangs on it. More of them are in the tables of Mends: their <c>causes</c>.</summary>
public sealed class CauseTests
{
    [Test]
    public void Another_version_of_traefik_is_one_cause_with_its_arguments()
    {
        var assessment = Sample
            .Reference.With("traefik.deployment.yaml", "traefik:1.7", "traefik:v2.10")
            .With(
                "traefik.deployment.yaml",
                "- --api\n        - --kubernetes",
                "- --api.insecure=true\n        - --providers.kubernetesingress"
            )
            .With("result.service.yaml", "affinity: ", "service.sticky.cookie: ")
            .Assess();

        assessment.Causes[0].Mend.Edits.Select(edit => edit.Value).ShouldBe(["traefik:1.7", "--api", "--kubernetes"]);
        Mending.Mended(Mending.Mended(assessment)).Failed.ShouldBe(0);
    }
}
