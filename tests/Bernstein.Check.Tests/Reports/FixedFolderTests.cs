using Bernstein.Check.Tests.Mends;
using Bernstein.Check.Tests.Requirements;

namespace Bernstein.Check.Tests.Reports;

/// <summary>What a patch and lines done by hand make of folders that nobody chose.</summary>
[Needs("git", "patch")]
public sealed class FixedFolderTests : FixedFolderTest
{
    // Pairs of slips, as MendPropertyTests makes them.
    [TestCase("git", "apply")]
    [TestCase("patch", "-p1", "-s", "-i")]
    public void A_patch_of_any_folder_gives_the_files_of_fix(string program, params string[] arguments)
    {
        var (random, patch) = (new Random(27), Folder.In("mends.patch"));
        var slips = Slip.In(Sample.Reference.Files).ToArray();
        for (var tried = 0; tried < 10; tried++)
        {
            var pair = new[] { slips[random.Next(slips.Length)], slips[random.Next(slips.Length)] };
            Write(pair.Aggregate(Sample.Reference.Files, (files, slip) => slip.Made(files)));
            File.WriteAllText(patch, Check(HandIn, "--format", "patch").Output);
            Check(HandIn, "--fix", Copy);

            if (File.ReadAllText(patch).Contains("diff --git", StringComparison.Ordinal))
            {
                new Command(program, [.. arguments, patch]) { WorkingDirectory = HandIn }.Run();
            }

            Differences().ShouldBeEmpty(string.Join(", ", pair.AsEnumerable()));
            Directory.Delete(HandIn, recursive: true);
            Directory.Delete(Copy, recursive: true);
        }
    }

    [Test]
    public void The_poorestFolders_are_followed_to_the_end_by_lines_done_by_hand()
    {
        var poorest = AssessmentTests
            .Submissions.Select(name => (Name: name, Before: AssessmentTests.Assess(name)))
            .OrderBy(folder => folder.Before.Passed)
            .Take(3)
            .ToArray();
        foreach (var (name, before) in poorest)
        {
            before.Failed.ShouldBeGreaterThan(0);
            Write(before.Submission.Folder.Files.ToDictionary(file => file.Path, file => file.Text));
            for (var round = 0; round < 3; round++)
            {
                Printed.Apply(HandIn, Check(HandIn).Output);
            }

            Check(HandIn).Output.ShouldEndWith(" 0 failed\n", customMessage: name);
            Directory.Delete(HandIn, recursive: true);
        }
    }
}
