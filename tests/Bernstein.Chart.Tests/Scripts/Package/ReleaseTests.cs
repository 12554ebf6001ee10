namespace Bernstein.Chart.Tests.Scripts.Package;

/// <summary>scripts/release: what the workflow of a tag calls.</summary>
[NeedsUnix("the shell")]
[Needs("git")]
public sealed class ReleaseTests
{
    [Test]
    [Needs("docker-registry", "gpg", "gpgconf", "jq")]
    public void The_chart_of_a_tag_is_pushed_and_its_signature_with_it()
    {
        using var registry = new LoopbackRegistry();
        using var key = new ThrowAwayKey("Release");
        using var folder = new TemporaryFolder();
        var result = Release(registry.Charts, key, $"v{WorkingCopy.Version}");
        result.ExitCode.ShouldBe(0, result.Error);

        string[] pull = ["pull", $"{registry.Charts}/bernstein", "--version", WorkingCopy.Version, "--destination", folder.Path];
        HelmTool.TryRun(null, [.. pull, "--verify", "--keyring", key.PublicKeys, .. registry.Options]).ExitCode.ShouldBe(0);
        File.Exists(folder.In($"bernstein-{WorkingCopy.Version}.tgz")).ShouldBeTrue();
    }

    [Test]
    [Needs("docker-registry", "gpg", "gpgconf", "jq")]
    public void On_GitHub_a_release_is_made_with_its_notes_and_the_archive_leads_there()
    {
        using var registry = new LoopbackRegistry();
        using var key = new ThrowAwayKey("Release");
        using var folder = new TemporaryFolder();
        // GitHub's own program, and its registry, are not here.
        Program("gh", "echo \"$@\" >gh.arguments; cat >gh.notes; tar -xOzf \"${11}\" bernstein/Chart.yaml >Chart.yaml");
        var helm = Program("helm", $"[ \"$1\" != registry ] || exit 0; exec '{PackageScript.Helm}' \"$@\"");
        var result = Release(
            registry.Charts,
            key,
            $"v{WorkingCopy.Version}",
            folder.Path,
            ("HELM", helm),
            ("PATH", $"{folder.Path}:{SearchPath.OfThisTest}"),
            ("GITHUB_TOKEN", "token"),
            ("GITHUB_REPOSITORY", "OWNER/bernstein")
        );
        result.ExitCode.ShouldBe(0, result.Error);
        File.ReadAllText(folder.In("gh.arguments"))
            .ShouldStartWith($"release create v{WorkingCopy.Version} --repo OWNER/bernstein --verify-tag");
        File.ReadAllText(folder.In("gh.notes")).ShouldStartWith("### ");
        File.ReadAllText(folder.In("Chart.yaml")).ShouldContain("\nhome: https://github.com/OWNER/bernstein\n");

        string Program(string name, string script)
        {
            File.WriteAllText(folder.In(name), $"#!/bin/bash\n{script}\n");
            new Command("chmod", ["+x", folder.In(name)]).Run();
            return folder.In(name);
        }
    }

    [Test]
    [Needs("gpg", "gpgconf")]
    public void A_tag_of_another_version_stops_it()
    {
        using var key = new ThrowAwayKey("Release");
        var result = Release("oci://127.0.0.1:1/charts", key, "v0.0.1");
        (result.ExitCode, result.Error).ShouldBe(
            (
                2,
                $"release: the tag is v0.0.1 and the chart says {WorkingCopy.Version}: tag v{WorkingCopy.Version}, or correct chart/bernstein/Chart.yaml\n"
            )
        );
    }

    [Test]
    public void Without_a_key_nothing_is_released() =>
        new Command(Project.In("scripts", "release"), ["--registry", "oci://127.0.0.1:1/charts"])
        {
            Environment = new Dictionary<string, string> { ["SIGNING_KEY"] = "", ["SIGNING_KEYRING"] = "" },
        }
            .TryRun()
            .ShouldSatisfyAllConditions(result => result.ExitCode.ShouldBe(2), result => result.Error.ShouldContain("set SIGNING_KEY"));

    [Test]
    public void Its_notes_are_the_newest_section()
    {
        using var copy = new WorkingCopy();
        copy.Write("# Changelog\n\n## [2.0.0] - unreleased\n\n### Added\n\n- new\n\n## [1.0.0] - 2020-02-29\n\n- old\n", "CHANGELOG.md");
        new Command(copy.In("scripts", "release"), ["--notes"]).Run().Output.Trim().ShouldBe("### Added\n\n- new");
    }

    [Test]
    public void A_release_is_cut_by_one_command()
    {
        using var copy = new WorkingCopy();
        Write(copy, "unreleased");
        Git(copy, "init", "--quiet");
        Git(copy, "add", "--all");
        Git(copy, "commit", "--quiet", "--message", "All");
        Cut(copy)
            .ShouldSatisfyAllConditions(
                result => result.ExitCode.ShouldBe(0, result.Error),
                result => result.Output.ShouldBe($"v{WorkingCopy.Version} is tagged: git push --follow-tags publishes it\n")
            );
        File.ReadAllText(copy.In("CHANGELOG.md")).ShouldMatch($@"^## \[{WorkingCopy.Version}\] - \d{{4}}-\d\d-\d\d\n");
        Git(copy, "status", "--porcelain").ShouldBeEmpty();
        Git(copy, "describe", "--exact-match").ShouldBe($"v{WorkingCopy.Version}");
        // Its time is that of the release.
        copy.Package().Entries[0].Header.ModificationTime.Year.ShouldBeGreaterThan(2025);
        Cut(copy).Error.ShouldContain("its newest section must be");
    }

    /// <summary>What the tests of the upgrade and the next release go by, with the tag and, as in a copy that came without tags, without it.</summary>
    [TestCase(true)]
    [TestCase(false)]
    public void A_release_is_followed_by_the_next_one_and_its_upgrade_is_from_the_one_before(bool hasTags)
    {
        using var copy = new WorkingCopy();
        Write(copy, "unreleased");
        copy.Write("out/\n", ".gitignore");
        Git(copy, "init", "--quiet");
        Git(copy, "add", "--all");
        Git(copy, "commit", "--quiet", "--message", "All");
        var history = new ReleaseHistory(copy.Root);
        (history.Versions.Count, history.Last).ShouldBe((0, null));

        var first = Cut();
        // The working copy is the release: it is none to upgrade from itself.
        (history.Present, history.Last).ShouldBe((WorkingCopy.Version, null));
        copy.Package().Changes.ShouldNotBeEmpty();

        Next("minor");
        (history.Last, history.CommitOf(WorkingCopy.Version)).ShouldBe((WorkingCopy.Version, first));
        history.Present.ShouldNotBe(WorkingCopy.Version);
        Cut().ShouldNotBe(first);
        (history.Last, history.CommitOf(WorkingCopy.Version)).ShouldBe((WorkingCopy.Version, first));

        var second = history.Present;
        Next("patch");
        history.Versions.ShouldBe([second, WorkingCopy.Version]);
        history.Last.ShouldBe(second);
        copy.Package().Name.ShouldBe($"bernstein-{history.Present}.tgz");

        string Cut()
        {
            ReleaseTests.Cut(copy).ExitCode.ShouldBe(0);
            if (!hasTags)
            {
                Git(copy, "tag", "--delete", $"v{history.Present}");
            }

            return Git(copy, "rev-parse", "HEAD");
        }

        void Next(string part)
        {
            new Command(copy.In("scripts", "release"), ["--next", part])
                .Run()
                .Output.ShouldBe($"{history.Present} begins: write its changes into CHANGELOG.md\n");
            ReleaseTests.Cut(copy).Error.ShouldContain($"section {history.Present} of CHANGELOG.md has no entry");
            copy.Write(
                File.ReadAllText(copy.In("CHANGELOG.md"))
                    .Replace("unreleased\n", "unreleased\n\n### Fixed\n\n- more\n", StringComparison.Ordinal),
                "CHANGELOG.md"
            );
            Git(copy, "commit", "--quiet", "--all", "--message", "More");
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

    [TestCase("patch", "1.9.3")]
    [TestCase("minor", "1.10.0")]
    [TestCase("major", "2.0.0")]
    public void The_next_version_is_the_part_that_is_named(string part, string expected)
    {
        using var copy = new WorkingCopy();
        var chart = copy.In("chart", "bernstein", "Chart.yaml");
        File.WriteAllText(
            chart,
            File.ReadAllText(chart).Replace($"\nversion: {WorkingCopy.Version}\n", "\nversion: 1.9.2\n", StringComparison.Ordinal)
        );
        copy.Write("# Changelog\n\n## [1.9.2] - 2026-01-31\n\n### Added\n\n- all\n", "CHANGELOG.md");
        new Command(copy.In("scripts", "release"), ["--next", part]).Run();
        BernsteinChart.VersionOf(Path.GetDirectoryName(chart)!).ShouldBe(expected);
        File.ReadAllText(copy.In("CHANGELOG.md"))
            .ShouldBe($"# Changelog\n\n## [{expected}] - unreleased\n\n## [1.9.2] - 2026-01-31\n\n### Added\n\n- all\n");
    }

    [TestCase("unreleased", "minor", "is not released yet")]
    [TestCase("2026-01-31", "third", "--next needs patch, minor or major")]
    public void A_version_that_can_not_be_followed_stays(string day, string part, string message)
    {
        using var copy = new WorkingCopy();
        Write(copy, day);
        var result = new Command(copy.In("scripts", "release"), ["--next", part]).TryRun();
        result.ExitCode.ShouldBe(2);
        result.Error.ShouldContain(message);
        BernsteinChart.VersionOf(copy.In("chart", "bernstein")).ShouldBe(WorkingCopy.Version);
    }

    [Test]
    public void What_is_not_committed_stops_a_release_and_changes_nothing()
    {
        using var copy = new WorkingCopy();
        Write(copy, "unreleased");
        Git(copy, "init", "--quiet");
        var before = File.ReadAllText(copy.In("CHANGELOG.md"));
        Cut(copy).Error.ShouldBe("release: commit or undo what was changed first: git status\n");
        File.ReadAllText(copy.In("CHANGELOG.md")).ShouldBe(before);
    }

    [TestCase("--cut", "nonsense", "release: unknown argument nonsense (see scripts/release --help)\n")]
    [TestCase("--cut", "--plain-http", "release: --cut, --next and --notes take no other option (see scripts/release --help)\n")]
    [TestCase("--cut", "--notes", "release: --cut, --next and --notes take no other option (see scripts/release --help)\n")]
    public void A_line_that_is_not_understood_as_a_whole_cuts_nothing(string first, string second, string message)
    {
        using var copy = new WorkingCopy();
        Write(copy, "unreleased");
        Git(copy, "init", "--quiet");
        Git(copy, "add", "--all");
        Git(copy, "commit", "--quiet", "--message", "All");
        foreach (var line in new[] { new[] { first, second }, [second, first] })
        {
            var result = new Command(copy.In("scripts", "release"), line) { Environment = Author }.TryRun();
            (result.ExitCode, result.Error).ShouldBe((2, message));
        }

        Git(copy, "tag").ShouldBeEmpty();
        Git(copy, "status", "--porcelain").ShouldBeEmpty();
    }

    private static void Write(WorkingCopy copy, string day) =>
        copy.Write($"## [{WorkingCopy.Version}] - {day}\n\n### Added\n\n- all\n", "CHANGELOG.md");

    private static readonly Dictionary<string, string> Author = new()
    {
        ["GIT_AUTHOR_NAME"] = "a",
        ["GIT_AUTHOR_EMAIL"] = "a@example.org",
        ["GIT_COMMITTER_NAME"] = "a",
        ["GIT_COMMITTER_EMAIL"] = "a@example.org",
    };

    private static string Git(WorkingCopy copy, params string[] arguments) =>
        new Command("git", ["-C", copy.Root, .. arguments]) { Environment = Author }
            .Run()
            .Output.Trim();

    private static CommandResult Cut(WorkingCopy copy) =>
        new Command(copy.In("scripts", "release"), ["--cut"]) { Environment = Author }.TryRun();

    private static CommandResult Release(
        string registry,
        ThrowAwayKey key,
        string tag,
        string? folder = null,
        params (string Name, string Value)[] more
    )
    {
        var environment = new Dictionary<string, string>
        {
            ["HELM"] = PackageScript.Helm,
            ["SIGNING_KEY"] = key.Name,
            ["SIGNING_KEYRING"] = Convert.ToBase64String(File.ReadAllBytes(key.SecretKeys)),
            ["GITHUB_REF_NAME"] = tag,
            ["GITHUB_TOKEN"] = "",
            ["GITHUB_REPOSITORY"] = "",
        };
        foreach (var (name, value) in more)
        {
            environment[name] = value;
        }

        return new Command(Project.In("scripts", "release"), ["--registry", registry, "--plain-http"])
        {
            WorkingDirectory = folder,
            Environment = environment,
        }.TryRun();
    }
}
