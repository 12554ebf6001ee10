using Bernstein.Check.Application;
using NUnit.Framework;
using Shouldly;

namespace Bernstein.Check.Tests.Application;

/// <summary>How a folder is taken for the deployment.</summary>
public sealed class SubmissionTests
{
    [Test]
    public void Objects_in_other_files_are_judged_in_the_flat_file_that_they_belong_to()
    {
        var everything = string.Join("---\n", Sample.Reference.Files.Values);
        var sample = Sample.Reference with { Files = new Dictionary<string, string> { ["all/everything.yaml"] = everything } };
        sample.Assess().Failures.Select(failure => failure.Requirement.Identifier).ShouldContain("poll.image");
        sample
            .Spread()
            .Failures.Select(failure => failure.Requirement.Identifier)
            .ShouldBe(FlatFiles.Names.Select(name => $"files.{name}"));
    }

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
