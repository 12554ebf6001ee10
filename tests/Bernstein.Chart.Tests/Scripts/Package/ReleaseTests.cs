namespace Bernstein.Chart.Tests.Scripts.Package;

/// <summary>scripts/release: what the workflow of a tag calls.</summary>
public sealed class ReleaseTests : WorkingCopyTest
{
    private const string Nowhere = "oci://127.0.0.1:1/charts";

    private static string Tag => $"v{WorkingCopy.Version}";

    [Test]
    [Needs("docker-registry", "gpg", "gpgconf", "jq")]
    public void The_chart_of_a_tag_is_pushed_and_its_signature_with_it()
    {
        using var registry = new LoopbackRegistry();
        using var key = new ThrowAwayKey("Release");
        var result = Release(registry.Charts, key, Tag);
        result.ExitCode.ShouldBe(0, result.Error);
        registry.Pull(Copy.In(""), "--verify", "--keyring", key.PublicKeys).Output.ShouldContain("Signed by: Release\n");
        File.Exists(Copy.In(Archive.Built.Name)).ShouldBeTrue();
    }

    [Test]
    [Needs("docker-registry", "gpg", "gpgconf", "jq")]
    public void On_GitHub_a_release_is_made_with_its_notes_and_the_archive_leads_there()
    {
        using var registry = new LoopbackRegistry();
        using var key = new ThrowAwayKey("Release");
        using var folder = new TemporaryFolder();
        // GitHub's own program, and its registry, are not here.
        folder.Program("gh", "echo \"$@\" >gh.arguments; cat >gh.notes; tar -xOzf \"${11}\" bernstein/Chart.yaml >Chart.yaml");
        var result = Release(
            registry.Charts,
            key,
            Tag,
            folder.Path,
            ("HELM", folder.Program("helm", $"[ \"$1\" != registry ] || exit 0; exec '{PackageScript.Helm}' \"$@\"")),
            ("PATH", $"{folder.Path}:{SearchPath.OfThisTest}"),
            ("GITHUB_TOKEN", "token"),
            ("GITHUB_REPOSITORY", "OWNER/bernstein")
        );
        result.ExitCode.ShouldBe(0, result.Error);
        folder.Read("gh.arguments").ShouldStartWith($"release create {Tag} --repo OWNER/bernstein --verify-tag");
        folder.Read("gh.notes").ShouldStartWith("### ");
        folder.Read("Chart.yaml").ShouldContain("\nhome: https://github.com/OWNER/bernstein\n");
    }

    [Test]
    [Needs("gpg", "gpgconf")]
    public void A_tag_of_another_version_and_one_without_a_key_stop_it()
    {
        using var key = new ThrowAwayKey("Release");
        var result = Release(Nowhere, key, "v0.0.1");
        (result.ExitCode, result.Error).ShouldBe(
            (2, $"release: the tag is v0.0.1 and the chart says {WorkingCopy.Version}: tag {Tag}, or correct chart/bernstein/Chart.yaml\n")
        );
        result = Release(Nowhere, key, Tag, null, ("SIGNING_KEY", ""));
        result.ExitCode.ShouldBe(2);
        result.Error.ShouldContain("set SIGNING_KEY");
    }

    [Test]
    public void Its_notes_are_the_newest_section()
    {
        Copy.WriteSection("unreleased", "### Added\n\n- new\n\n## [1.0.0] - 2020-02-29\n\n- old");
        Copy.Release("--notes").Output.Trim().ShouldBe("### Added\n\n- new");
    }

    [Test]
    public void A_release_is_cut_by_one_command()
    {
        Copy.WriteSection("unreleased");
        Copy.Commit();
        var result = Copy.Release("--cut");
        result.ExitCode.ShouldBe(0, result.Error);
        result.Output.ShouldBe($"{Tag} is tagged: git push --follow-tags publishes it\n");
        Copy.Read(WorkingCopy.Changelog).ShouldMatch($@"^## \[{WorkingCopy.Version}\] - \d{{4}}-\d\d-\d\d\n");
        (Copy.Git("status", "--porcelain"), Copy.Git("describe", "--exact-match")).ShouldBe(("", Tag));
        // Its time is that of the release.
        Copy.Package().Entries[0].Header.ModificationTime.Year.ShouldBeGreaterThan(2025);
        Copy.Release("--cut").Error.ShouldContain("its newest section must be");
    }

    /// <summary>What the tests of the upgrade and the next release go by, with the tag and, as in a copy that came without tags, without it.</summary>
    [Test]
    public void A_release_is_followed_by_the_next_one_and_its_upgrade_is_from_the_one_before([Values] bool hasTags)
    {
        Copy.WriteSection("unreleased");
        Copy.Write(".gitignore", "out/\n");
        Copy.Commit();
        var history = new ReleaseHistory(Copy.Root);
        (history.Versions.Count, history.Last).ShouldBe((0, null));

        var first = Cut(history, hasTags);
        // The working copy is the release: it is none to upgrade from itself.
        (history.Present, history.Last).ShouldBe((WorkingCopy.Version, null));
        Next(history, "minor");
        (history.Last, history.CommitOf(WorkingCopy.Version)).ShouldBe((WorkingCopy.Version, first));
        history.Present.ShouldNotBe(WorkingCopy.Version);
        Cut(history, hasTags).ShouldNotBe(first);
        (history.Last, history.CommitOf(WorkingCopy.Version)).ShouldBe((WorkingCopy.Version, first));

        var second = history.Present;
        Next(history, "patch");
        history.Versions.ShouldBe([second, WorkingCopy.Version]);
        history.Last.ShouldBe(second);
        Copy.Package().Name.ShouldBe($"bernstein-{history.Present}.tgz");
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

    [TestCase("patch", "1.9.3")]
    [TestCase("minor", "1.10.0")]
    [TestCase("major", "2.0.0")]
    public void The_next_version_is_the_part_that_is_named(string part, string expected)
    {
        Copy.Edit(WorkingCopy.Chart, $"\nversion: {WorkingCopy.Version}\n", "\nversion: 1.9.2\n");
        Copy.Write(WorkingCopy.Changelog, "# Changelog\n\n## [1.9.2] - 2026-01-31\n\n### Added\n\n- all\n");
        Copy.Release("--next", part).ExitCode.ShouldBe(0);
        Copy.Read(WorkingCopy.Chart).ShouldContain($"\nversion: {expected}\n");
        Copy.Read(WorkingCopy.Changelog)
            .ShouldBe($"# Changelog\n\n## [{expected}] - unreleased\n\n## [1.9.2] - 2026-01-31\n\n### Added\n\n- all\n");
    }

    /// <summary>Nothing is cut and nothing written.</summary>
    [TestCase("unreleased", "is not released yet", "--next", "minor")]
    [TestCase("2026-01-31", "--next needs patch, minor or major", "--next", "third")]
    [TestCase("unreleased", "commit or undo what was changed first: git status", "--cut")]
    [TestCase("unreleased", "unknown argument nonsense (see scripts/release --help)", "--cut", "nonsense")]
    [TestCase("unreleased", "unknown argument nonsense (see scripts/release --help)", "nonsense", "--cut")]
    [TestCase("unreleased", "--cut, --next and --notes take no other option (see scripts/release --help)", "--cut", "--plain-http")]
    [TestCase("unreleased", "--cut, --next and --notes take no other option (see scripts/release --help)", "--plain-http", "--cut")]
    [TestCase("unreleased", "--cut, --next and --notes take no other option (see scripts/release --help)", "--notes", "--cut")]
    public void What_can_not_be_done_stops_it_before_it_begins(string day, string message, params string[] arguments)
    {
        Copy.WriteSection(day);
        Copy.Commit();
        if (arguments is ["--cut"])
        {
            Copy.Write("values/modern.yaml", "poll: {replicas: 3}\n");
        }

        var before = (Copy.Git("status", "--porcelain"), Copy.Git("rev-parse", "HEAD"), Copy.Git("tag"), Copy.Read(WorkingCopy.Changelog));
        var result = Copy.Release(arguments);
        result.ExitCode.ShouldBe(2);
        result.Error.ShouldStartWith("release: ");
        result.Error.ShouldContain(message);
        (Copy.Git("status", "--porcelain"), Copy.Git("rev-parse", "HEAD"), Copy.Git("tag"), Copy.Read(WorkingCopy.Changelog)).ShouldBe(
            before
        );
    }

    private string Cut(ReleaseHistory history, bool hasTags)
    {
        Copy.Release("--cut").ExitCode.ShouldBe(0);
        if (!hasTags)
        {
            Copy.Git("tag", "--delete", $"v{history.Present}");
        }

        return Copy.Git("rev-parse", "HEAD");
    }

    private void Next(ReleaseHistory history, string part)
    {
        Copy.Release("--next", part).Output.ShouldBe($"{history.Present} begins: write its changes into CHANGELOG.md\n");
        Copy.Release("--cut").Error.ShouldContain($"section {history.Present} of CHANGELOG.md has no entry");
        Copy.Edit(WorkingCopy.Changelog, "unreleased\n", "unreleased\n\n### Fixed\n\n- more\n");
        Copy.Commit();
    }

    private static CommandResult Release(string registry, ThrowAwayKey key, string tag, string? at = null, params (string, string)[] and) =>
        new Command(Project.In("scripts", "release"), ["--registry", registry, "--plain-http"])
        {
            WorkingDirectory = at,
            Environment = new[]
            {
                ("HELM", PackageScript.Helm),
                ("SIGNING_KEY", key.Name),
                ("SIGNING_KEYRING", Convert.ToBase64String(File.ReadAllBytes(key.SecretKeys))),
                ("GITHUB_REF_NAME", tag),
                ("GITHUB_TOKEN", ""),
                ("GITHUB_REPOSITORY", ""),
            }
                .Concat(and)
                .GroupBy(variable => variable.Item1)
                .ToDictionary(same => same.Key, same => same.Last().Item2),
        }.TryRun();
}
