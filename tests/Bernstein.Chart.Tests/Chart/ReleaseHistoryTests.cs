namespace Bernstein.Chart.Tests.Chart;

/// <summary>What the tests of the upgrade go by.</summary>
[NeedsUnix("the shell")]
[Needs("git")]
public sealed class ReleaseHistoryTests : FolderTest
{
    [Test]
    public void The_last_release_is_the_newest_one_before_this_version_with_its_tag_or_without([Values] bool hasTags)
    {
        new Command("git", ["init", "--quiet", Folder.Path]).Run();
        var history = new ReleaseHistory(Folder.Path);
        Commit("1.0.0", "## [1.0.0] - unreleased\n");
        (history.Versions.Count, history.Last).ShouldBe((0, null));
        var first = Commit("1.0.0", "## [1.0.0] - 2026-01-31\n");
        if (hasTags)
        {
            history.Git("tag", "v1.0.0");
        }

        // The working copy is the release: it is none to upgrade from itself.
        (history.Present, history.Last).ShouldBe(("1.0.0", null));
        Commit("1.1.0", "## [1.1.0] - unreleased\n\n## [1.0.0] - 2026-01-31\n");
        (history.Last, history.CommitOf("1.0.0")).ShouldBe(("1.0.0", first));
        Commit("1.1.0", "## [1.1.0] - 2026-02-28\n\n## [1.0.0] - 2026-01-31\n").ShouldNotBe(first);
        (history.Last, history.CommitOf("1.0.0")).ShouldBe(("1.0.0", first));
        Commit("1.1.1", "## [1.1.1] - unreleased\n\n## [1.1.0] - 2026-02-28\n\n## [1.0.0] - 2026-01-31\n");
        history.Versions.ShouldBe(["1.1.0", "1.0.0"]);
        history.Last.ShouldBe("1.1.0");

        string Commit(string version, string changelog)
        {
            Folder.Write("chart/bernstein/Chart.yaml", $"version: {version}\n");
            Folder.Write("CHANGELOG.md", changelog);
            history.Git("add", "--all");
            history.Git("-c", "user.name=a", "-c", "user.email=a@example.org", "commit", "--quiet", "--message", "All");
            return history.Git("rev-parse", "HEAD");
        }
    }

    [Test]
    public void A_chart_that_is_released_is_changed_under_the_next_version()
    {
        var history = new ReleaseHistory(Project.Root);
        if (history.Versions.Contains(history.Present) && history.CommitOf(history.Present) is { } commit)
        {
            history.Git("diff", "--name-only", commit, "--", "chart/bernstein").ShouldBeEmpty("scripts/release --next begins that version");
        }
    }
}
