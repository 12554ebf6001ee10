namespace Bernstein.Check.Tests.Requirements;

/// <summary>What has one cause is one cause, whatever hangs on it, and its mend is made of what is there.</summary>
public sealed class CauseTests
{
    [Test]
    public void A_misspelt_key_is_one_cause_of_all_that_take_it()
    {
        var cause = Sample
            .Reference.With("postgres.configmap.yaml", "POSTGRES_HOST", "POSTGRES_HOTS")
            .Assess()
            .Causes.ShouldHaveSingleItem();

        cause.Mend.Sentence.ShouldBe("In postgres.configmap.yaml, call the key POSTGRES_HOTS POSTGRES_HOST.");
        cause
            .Requirements.Select(requirement => requirement.Identifier)
            .ShouldBe(["postgres.env.POSTGRES_HOST", "worker.env.POSTGRES_HOST", "result.env.POSTGRES_HOST", "wiring.references"]);
    }

    [Test]
    public void A_key_that_is_nearly_right_is_suggested() =>
        Sample
            .Reference.With("postgres.configmap.yaml", "POSTGRES_HOST", "POSTGRES_HOTS")
            .Judge("worker.env.POSTGRES_HOST")
            .Findings[0]
            .Message.ShouldEndWith("which exists, but without that key (did you mean POSTGRES_HOTS?)");

    [Test]
    public void A_kind_in_small_letters_is_one_cause()
    {
        var cause = Sample
            .Reference.With("poll.deployment.yaml", "kind: Deployment", "kind: deployment")
            .Assess()
            .Causes.ShouldHaveSingleItem();

        cause.Mend.Edits.ShouldHaveSingleItem().Value.ShouldBe("Deployment");
        cause.Requirements.Count.ShouldBe(10);
    }

    [Test]
    public void A_host_is_mended_to_the_name_of_the_service_that_is_there()
    {
        var assessment = Sample.Reference.With("redis.service.yaml", "name: redis", "name: redis-service").Assess();

        assessment.Mends.ShouldHaveSingleItem().Sentence.ShouldBe("In redis.configmap.yaml, write REDIS_HOST: redis-service.");
        Mending.Mended(assessment).Failed.ShouldBe(0);
    }

    [Test]
    public void Spread_says_at_once_what_rollout_will_ask()
    {
        var assessment = Sample
            .Reference.With(
                "poll.deployment.yaml",
                "      maxSurge: 0\n      maxUnavailable: 1",
                "      maxSurge: 1\n      maxUnavailable: 0"
            )
            .With("poll.deployment.yaml", "requiredDuringScheduling", "preferredDuringScheduling")
            .Assess();

        assessment.Failures.Select(failure => failure.Requirement.Identifier).ShouldNotContain("wiring.rollout");
        Mending.Mended(assessment).Failed.ShouldBe(0);
    }

    [Test]
    public void Rules_under_the_name_of_another_list_are_one_cause()
    {
        var assessment = Sample.Reference.With("poll.deployment.yaml", "requiredDuringScheduling", "preferredDuringScheduling").Assess();

        var cause = assessment.Causes.ShouldHaveSingleItem();
        cause.Requirements.Select(requirement => requirement.Identifier).ShouldBe(["poll.spread", "wiring.schema"]);
        cause.Mend.Edits.ShouldHaveSingleItem().Value.ShouldBe("requiredDuringSchedulingIgnoredDuringExecution");
        Mending.Mended(assessment).Failed.ShouldBe(0);
    }

    [Test]
    public void A_value_that_is_no_base64_is_one_cause()
    {
        var cause = Sample.Reference.With("postgres.secret.yaml", "bGVvbmFyZA==", "leonard!").Assess().Causes.ShouldHaveSingleItem();

        cause.Requirements.Select(requirement => requirement.Identifier).ShouldBe(["wiring.schema", "wiring.secret-encoding"]);
        cause.Mend.Edits.ShouldHaveSingleItem().Value.ShouldBe("\"bGVvbmFyZCE=\"");
    }

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

    [Test]
    public void The_missing_part_of_the_authorization_is_named()
    {
        Sentence("traefik.deployment.yaml", "      serviceAccountName: traefik\n", "")
            .ShouldBe("Name the ServiceAccount traefik in the pod template.");
        Sentence("traefik.rbac.yaml", "  - endpoints\n", "")
            .ShouldBe("In traefik.rbac.yaml, grant get, list and watch on endpoints to the ClusterRole traefik.");
        Sentence("traefik.rbac.yaml", "- kind: ServiceAccount\n  name: traefik", "- kind: ServiceAccount\n  name: default")
            .ShouldBe("Let ClusterRoleBinding traefik name the ServiceAccount traefik of the namespace kube-public.");
    }

    [Test]
    public void A_data_directory_that_may_hold_votes_is_not_moved_without_a_word() =>
        Sentence("postgres.deployment.yaml", "          subPath: data\n", "").ShouldContain("If votes are on the volume already");

    private static string Sentence(string file, string from, string to) =>
        Sample.Reference.With(file, from, to).Assess().Mends.First().Sentence;
}
