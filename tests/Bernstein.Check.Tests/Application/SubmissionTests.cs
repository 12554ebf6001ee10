namespace Bernstein.Check.Tests.Application;

/// <summary>How a folder is taken for the deployment.</summary>
public sealed class SubmissionTests
{
    [Test]
    public void Objects_in_other_files_are_judged_in_the_flat_file_that_they_belong_to()
    {
        var everything = string.Join("---\n", Sample.Reference.Files.Values);
        var sample = Sample.Reference with { Files = new Dictionary<string, string> { ["all/everything.yaml"] = everything } };
        sample
            .Assess()
            .Submission.Arrangement.Hints.ShouldBe([
                "everything is in all/everything.yaml: each document is judged in the flat file that it belongs to, as with --spread",
            ]);
        sample
            .Spread()
            .Failures.Select(failure => failure.Requirement.Identifier)
            .ShouldBe(FlatFiles.Names.Select(name => $"files.{name}"));
    }

    [TestCase("poll.service.yaml", "poll.service.yml")]
    [TestCase("redis.deployment.yaml", "redis-deployment.yaml")]
    [TestCase("redis.deployment.yaml", "deployment_redis.yaml")]
    [TestCase("redis.deployment.yaml", "redis.deploy.yaml")]
    [TestCase("redis.deployment.yaml", "redis.deploymnet.yaml")]
    [TestCase("postgres.volume.yaml", "postgres.pvc.yaml")]
    [TestCase("postgres.secret.yaml", "Postgres.Secret.yaml")]
    [TestCase("traefik.rbac.yaml", "rbac/traefik-rbac.yml")]
    public void A_misnamed_file_is_judged_as_the_one_that_was_meant(string name, string misnamed)
    {
        var assessment = Sample.Reference.Without(name).Holding(misnamed, Sample.Reference.Files[name]).Assess();

        assessment.Failures.Select(failure => failure.Requirement.Identifier).ShouldBe([$"files.{name}"]);
        assessment.Submission.Arrangement.Hints.ShouldBe([$"{misnamed} is judged as {name}: give it that name"]);
        Mending.Mended(assessment).Failed.ShouldBe(0);
    }

    [Test]
    public void Files_in_a_sub_folder_are_judged_as_if_they_stood_at_the_top()
    {
        var assessment = (
            Sample.Reference with
            {
                Files = Sample.Reference.Files.ToDictionary(file => $"k8s/{file.Key}", file => file.Value),
            }
        ).Assess();

        assessment.Failures.Select(failure => failure.Requirement.Group).Distinct().ShouldBe(["files"]);
        assessment.Submission.Arrangement.Hints.ShouldBe([
            $"{FlatFiles.Names.Count} of the flat files are in k8s/: judge that folder (sample/k8s), or move them to the top; they are judged as if they were there",
        ]);
    }

    [Test]
    public void A_file_that_only_sounds_like_a_flat_file_is_not_taken_for_it() =>
        Sample
            .Reference.Without("poll.service.yaml")
            .Holding("poll.services.md.yaml", "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: notes}\n")
            .Assess()
            .Submission.Arrangement.Hints.ShouldBeEmpty();

    [Test]
    public void Every_file_of_a_component_is_one_of_the_flat_files() =>
        Component
            .All.SelectMany(component =>
                new[]
                {
                    component.WorkloadFile,
                    component.HasService ? component.ServiceFile : null,
                    component.Host is null ? null : component.IngressFile,
                }
            )
            .OfType<string>()
            .Except(FlatFiles.Names)
            .ShouldBeEmpty();
}
