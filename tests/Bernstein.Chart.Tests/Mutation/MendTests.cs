using Bernstein.Check.Application;
using Bernstein.Check.Manifests;
using Bernstein.Check.Requirements;
using NUnit.Framework;
using Shouldly;

namespace Bernstein.Chart.Tests.Mutation;

/// <summary>Every mend mends: what an edit of the flat files breaks is whole again once the mends are made, and nothing else breaks.</summary>
public sealed class MendTests
{
    [TestCaseSource(typeof(MutationTests), nameof(MutationTests.Harmful))]
    [TestCaseSource(typeof(MutationTests), nameof(MutationTests.Deletions))]
    public void The_mends_of_an_edit_lead_back_to_green(Edit edit)
    {
        var before = edit.Assess();
        var after = Mended(before);

        Held(before).Except(Held(after)).ShouldBeEmpty("held before the mends");
        (after.Failed == 0 ? after : Mended(after)).Failures.Select(Shown).ShouldBeEmpty();
    }

    internal static Assessment Mended(Assessment before)
    {
        var folder = before.Submission.Folder;
        var mended = MendedFolder.Of(folder, before.Mends);
        var files = mended.In(folder).Select(file => FlatFiles.Parse(file.Path, file.Text));
        return Assessment.Of(new Submission(new ManifestFolder("mended", [.. files]), before.Submission.KubernetesVersion));
    }

    internal static IEnumerable<string> Held(Assessment assessment) =>
        assessment.Outcomes.Where(outcome => outcome.Verdict.Status == Status.Pass).Select(outcome => outcome.Requirement.Identifier);

    internal static string Shown((Requirement Requirement, Verdict Verdict) failure) =>
        $"{failure.Requirement.Identifier}: {string.Join("; ", failure.Verdict.Findings.Select(finding => $"{finding.Location} {finding.Message} → {finding.Mend}"))}";
}
