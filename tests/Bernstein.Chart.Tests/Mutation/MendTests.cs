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
        var after = Mending.Mended(before);

        Mending.Held(before).Except(Mending.Held(after)).ShouldBeEmpty("held before the mends");
        (after.Failed == 0 ? after : Mending.Mended(after)).Failures.Select(Mending.Shown).ShouldBeEmpty();
    }

    [Test]
    public void The_mends_of_a_damaged_scalar_lead_back_to_green()
    {
        var version = new Version(1, 22);
        var texts = Edit.Manifests.ToArray();
        var damaged = (
            from file in texts.AsParallel()
            where FlatFiles.Names.Contains(file.Path)
            from found in file.Objects
            from mutant in Mutants(found.Root, "")
            let edit = Check.Yaml.Mend.Of(
                "",
                mutant.To.Length == 0
                    ? Check.Yaml.Edit.Remove(found.Root, mutant.Path)
                    : Check.Yaml.Edit.Set(found.Root, mutant.Path, mutant.To)
            )
            let folder = Mending.Made(new ManifestFolder("damaged", texts), [edit])
            let before = Assessment.Of(new Submission(folder, version))
            where before.Failed > 0
            let after = Mending.Mended(before)
            let last = after.Failed == 0 ? after : Mending.Mended(after)
            let lost = Mending.Held(before).Except(Mending.Held(after)).ToArray()
            select (
                Name: $"{file.Path} {found.Kind}.{mutant.Path} {(mutant.To.Length == 0 ? "deleted" : "= " + mutant.To)}",
                Lost: lost,
                Rounds: after.Failed == 0 ? 1 : 2,
                Last: last
            )
        ).ToArray();
        var stuck = damaged
            .Where(found => found.Lost.Length > 0 || found.Last.Failed > 0)
            .Select(found =>
                $"{found.Name}: lost {string.Join(' ', found.Lost)}; left {string.Join(" | ", found.Last.Failures.Select(Mending.Shown))}"
            )
            .ToArray();
        TestContext.Error.WriteLine(
            $"Mends: {damaged.Length} damaged scalars, {damaged.Count(found => found.Rounds == 1)} whole after one round; stuck {stuck.Length}"
        );
        damaged.Length.ShouldBeGreaterThan(1000);
        stuck.ShouldBeEmpty();
    }

    private static IEnumerable<(string Path, string To)> Mutants(Check.Yaml.Node node, string path)
    {
        if (node is Check.Yaml.Scalar scalar)
        {
            yield return (path, scalar.Type == Check.Yaml.ScalarType.Text ? "7" : "text");
            yield return (
                path,
                scalar.Type == Check.Yaml.ScalarType.Number ? $"{scalar.Number + 1}"
                : scalar.Type == Check.Yaml.ScalarType.Boolean
                    ? scalar.Value == "true" ? "false"
                        : "true"
                : $"{scalar.Value.Split('\n')[0]}x"
            );
            yield return (path, "");
        }

        foreach (var mutant in node.Entries.SelectMany(entry => Mutants(entry.Value, Check.Yaml.Edit.Below(path, entry.Key))))
        {
            yield return mutant;
        }

        foreach (var mutant in node.Items.SelectMany((item, at) => Mutants(item, $"{path}[{at}]")))
        {
            yield return mutant;
        }
    }
}
