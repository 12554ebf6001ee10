using System.Globalization;
using Bernstein.Check.Application;
using Bernstein.Check.Manifests;
using Bernstein.Check.Requirements;
using Bernstein.Check.Yaml;
using Bernstein.TestReport;
using NUnit.Framework;
using Shouldly;

namespace Bernstein.Chart.Tests.Mutation;

/// <summary>
/// Every scalar of the 19 flat files is deleted, given another type and another value, one at a time. Something must turn red, but
/// where nothing is said of the scalar or the edit means the same: those survivors are listed with their reason.
/// </summary>
public sealed class ScalarMutationTests
{
    /// <summary>Survivors that are right to survive: file, path and edit, and why.</summary>
    private static readonly ReasonedCases Explained = new(Project.In("tests", "Bernstein.Chart.Tests", "Mutation", "survivors.txt"));

    [Test]
    public void Every_scalar_that_matters_is_watched_by_a_requirement()
    {
        var beside = Edit.Manifests.Single(file => file.Path == "votes-table.job.yaml");
        var files = FlatFiles.Names.Select(name => Edit.Manifests.Single(file => file.Path == name)).ToArray();
        var mutants = (
            from file in files.AsParallel()
            from number in Enumerable.Range(0, file.Objects.Count)
            from mutant in Mutants(file.Objects[number].Root, "")
            let objects = file.Objects.Select((found, at) => at == number ? new KubernetesObject(mutant.Root) : found)
            let folder = new ManifestFolder(
                "mutant",
                [.. files.Where(other => other != file), file with { Objects = [.. objects] }, beside]
            )
            let red = Assessment.Of(new Submission(folder, new Version(1, 22))).Failures.Select(failure => failure.Requirement.Identifier)
            select (Name: $"{file.Path} {file.Objects[number].Kind}{mutant.Path} {mutant.Edit}", Red: red.ToArray())
        ).ToArray();

        var survivors = mutants
            .Where(mutant => mutant.Red.Length == 0)
            .Select(mutant => mutant.Name)
            .Order(StringComparer.Ordinal)
            .ToArray();
        var unexplained = Explained.NotCovered(survivors);
        Note.Set(Note.Mutants, mutants.Length);
        Note.Set(Note.Explained, survivors.Length - unexplained.Count);
        Note.Set(Note.Unexplained, unexplained.Count);
        Note.Set(
            Note.Kills,
            string.Join(' ', mutants.SelectMany(mutant => mutant.Red).CountBy(id => id).Select(id => $"{id.Key}={id.Value}"))
        );
        mutants.Length.ShouldBeGreaterThan(1000);
        unexplained.ShouldBeEmpty();
        Explained.AssertEachCoversOneOf(survivors);
    }

    private static IEnumerable<(string Path, string Edit, Node Root)> Mutants(Node node, string path)
    {
        if (node is Scalar scalar)
        {
            yield return (
                path,
                "retyped",
                scalar.Type == ScalarType.Text ? Scalar.Plain(scalar.Location, "7") : Scalar.Quoted(scalar.Location, "text")
            );
            yield return (
                path,
                "changed",
                scalar.Type switch
                {
                    ScalarType.Number => Scalar.Plain(scalar.Location, (scalar.Number!.Value + 1).ToString(CultureInfo.InvariantCulture)),
                    ScalarType.Boolean => Scalar.Plain(scalar.Location, scalar.Value == "true" ? "false" : "true"),
                    _ => Scalar.Quoted(scalar.Location, scalar.Value + "x"),
                }
            );
        }

        foreach (var (key, value) in node.Entries)
        {
            if (value is Scalar)
            {
                yield return ($"{path}.{key}", "deleted", new Mapping(node.Location, node.Entries.Where(entry => entry.Key != key)));
            }

            foreach (var mutant in Mutants(value, $"{path}.{key}"))
            {
                yield return (
                    mutant.Path,
                    mutant.Edit,
                    new Mapping(
                        node.Location,
                        node.Entries.Select(entry => entry.Key == key ? KeyValuePair.Create(key, mutant.Root) : entry)
                    )
                );
            }
        }

        for (var index = 0; index < node.Items.Count; index++)
        {
            var at = index;
            if (node.Items[at] is Scalar)
            {
                yield return ($"{path}[{at}]", "deleted", new Sequence(node.Location, [.. node.Items.Where((_, other) => other != at)]));
            }

            foreach (var mutant in Mutants(node.Items[at], $"{path}[{at}]"))
            {
                yield return (
                    mutant.Path,
                    mutant.Edit,
                    new Sequence(node.Location, [.. node.Items.Select((item, other) => other == at ? mutant.Root : item)])
                );
            }
        }
    }
}
