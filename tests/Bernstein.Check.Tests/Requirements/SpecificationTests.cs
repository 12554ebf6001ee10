using System.IO.Enumeration;

namespace Bernstein.Check.Tests.Requirements;

/// <summary>The code and the specification say the same.</summary>
public sealed partial class SpecificationTests
{
    private static readonly string[] PostgresVariables =
    [
        "POSTGRES_HOST",
        "POSTGRES_PORT",
        "POSTGRES_DB",
        "POSTGRES_USER",
        "POSTGRES_PASSWORD",
    ];

    [Test]
    public void The_specification_and_the_code_name_the_same_requirements()
    {
        var known = Catalogue.All.Select(requirement => requirement.Identifier).ToArray();
        Specified().ShouldBeUnique();
        known.Except(Specified()).ShouldBeEmpty("docs/SPECIFICATION.md needs its row");
        Specified().Except(known).ShouldBeEmpty("Catalogue needs its line");
    }

    [Test]
    public void Identifiers_are_given_once() => Catalogue.WithProduction.Select(requirement => requirement.Identifier).ShouldBeUnique();

    [Test]
    public void Words_are_those_of_a_requirement() =>
        CaseFile
            .Read(Project.In("src", "Bernstein.Check", "Requirements", "requirements.yaml"))
            .Items.SelectMany(entry => entry["id"].Texts())
            .Where(id => !Catalogue.WithProduction.Any(found => FileSystemName.MatchesSimpleExpression(id, found.Identifier, false)))
            .ShouldBeEmpty("Catalogue needs its line");

    [Test]
    public void Every_requirement_of_wiring_has_a_table() =>
        Catalogue
            .All.Where(requirement => requirement.Severity == Severity.Wiring)
            .Select(requirement => requirement.Identifier)
            .Except(
                from path in Directory.EnumerateFiles(Project.In("tests", "Bernstein.Check.Tests", "Requirements", "Verdicts"))
                from told in CaseFile.Read(path).Entries
                from row in told.Value.Items
                select row["of"].Text
            )
            .ShouldBeEmpty("Requirements/Verdicts of the tests needs a table");

    [Test]
    public void Every_requirement_says_what_it_asks_what_it_protects_and_how_it_is_mended() =>
        Catalogue
            .WithProduction.Where(requirement =>
                new[] { requirement.Sentence, requirement.Protects, requirement.Mend }.Any(text => text.Length < 10 || text.Contains('\n'))
            )
            .ShouldBeEmpty();

    // The identifiers of the tables; a family such as postgres.env.NAME stands for its members.
    private static IEnumerable<string> Specified()
    {
        var text = File.ReadAllText(Project.In("docs", "SPECIFICATION.md"));
        var identifiers = Rows()
            .Matches(text)
            .SelectMany(match => match.Groups[1].Value.Split(", "))
            .Where(identifier => identifier != "id");
        return FlatFiles.Names.Select(name => $"files.{name}").Concat(identifiers.SelectMany(Members));
    }

    private static IEnumerable<string> Members(string identifier) =>
        identifier switch
        {
            "worker.env.NAME" => PostgresVariables.Append("REDIS_HOST").Select(name => $"worker.env.{name}"),
            _ when identifier.EndsWith(".env.NAME", StringComparison.Ordinal) => PostgresVariables.Select(name =>
                identifier.Replace("NAME", name, StringComparison.Ordinal)
            ),
            _ => [identifier],
        };

    [GeneratedRegex(@"^\| ([a-z]+(?:\.[-a-zA-Z_]+)+(?:, [a-z.-]+)*) \|", RegexOptions.Multiline)]
    private static partial Regex Rows();
}
