namespace Bernstein.Check.Tests.Requirements;

/// <summary>What is shown as right is right, and what is shown as wrong is what the requirement turns red for.</summary>
public sealed class ExplanationTests
{
    public static IEnumerable<string> Identifiers => Catalogue.WithProduction.Select(requirement => requirement.Identifier);

    [TestCaseSource(nameof(Identifiers))]
    public void The_right_example_holds_and_the_wrong_one_does_not(string identifier)
    {
        var requirement = Catalogue.WithProduction.Single(requirement => requirement.Identifier == identifier);
        var explanation = requirement.Explanation;
        var sample = requirement.Severity == Severity.Production ? Sample.Hardened : Sample.Reference;
        var wrong = identifier.StartsWith("files.", StringComparison.Ordinal)
            ? sample.Without(explanation.File).Holding(explanation.Wrong, sample.Files[explanation.File])
            : sample.Holding(explanation.File, explanation.Spoil(sample.Files[explanation.File]));

        sample.Judge(identifier).Status.ShouldBe(Status.Pass, "the example, or Production/Hardened, needs what it asks for");
        wrong.Judge(identifier).Status.ShouldBe(Status.Fail);
        explanation.Link.Host.ShouldBeOneOf("kubernetes.io", "doc.traefik.io");
    }

    [Test]
    public void An_explanation_shows_the_sentence_the_reason_both_examples_and_the_link() =>
        Written(Catalogue.All.Single(requirement => requirement.Identifier == "wiring.rollout"))
            .ShouldBe(
                """
                wiring.rollout: A replicated workload that must spread can still roll out when every node holds an instance.
                Otherwise: The new instance finds no free node and the old one waits for it: the update never finishes (kubernetes/kubernetes#116891).
                Fix: Set spec.strategy.rollingUpdate to maxSurge: 0 and maxUnavailable: 1.

                Right, in poll.deployment.yaml:
                    rollingUpdate:
                      maxSurge: 0
                      maxUnavailable: 1

                Wrong:
                    rollingUpdate:
                      maxSurge: 1
                      maxUnavailable: 0

                Read on: https://kubernetes.io/docs/concepts/workloads/controllers/deployment/

                """
            );

    // The last field of an entry, and the next entry: no YAML by itself.
    [Test]
    public void An_example_is_YAML() =>
        Catalogue
            .WithProduction.Where(requirement => requirement.Identifier != "production.dashboard")
            .SelectMany(requirement => Examples(requirement).Select(example => (requirement.Identifier, example)))
            .Where(shown => YamlReader.Read("x.yaml", shown.example).Remark is not null)
            .ShouldBeEmpty();

    [Test]
    public void An_explanation_fits_a_terminal() =>
        Written(Catalogue.All.Single(requirement => requirement.Identifier == "wiring.sticky"), 80)
            .Split('\n')
            .Where(line => line.Length > 80 && line.Contains(' '))
            .ShouldBeEmpty();

    // The lines below «Right» and «Wrong», without their margin.
    private static IEnumerable<string> Examples(Requirement requirement) =>
        Written(requirement)
            .Split("\n\n")
            .Select(part => part.Split('\n').Where(line => line.StartsWith("    ", StringComparison.Ordinal)).Select(line => line[4..]))
            .Select(lines => string.Join('\n', lines));

    private static string Written(Requirement requirement, int? width = null)
    {
        using var output = new StringWriter { NewLine = "\n" };
        ExplanationText.Write(output, [requirement], width);
        return output.ToString();
    }
}
