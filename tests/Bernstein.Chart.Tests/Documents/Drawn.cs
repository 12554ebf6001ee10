using System.Text.RegularExpressions;
using Shouldly;

namespace Bernstein.Chart.Tests.Documents;

/// <summary>What stands in docs and is made by the tests, where <c>scripts/draw</c> asks them to.</summary>
internal static partial class Drawn
{
    /// <summary>Fails where a file under docs is not the one that is made now.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="drawn">What is made now.</param>
    internal static void ShouldBe(string name, string drawn)
    {
        var path = Project.In("docs", name);
        if (Environment.GetEnvironmentVariable("BERNSTEIN_DRAW") == "1")
        {
            File.WriteAllText(path, drawn);
        }

        (File.Exists(path) ? File.ReadAllText(path) : "").ShouldBe(drawn, "scripts/draw makes it anew");
    }

    /// <summary>Fails where the tables of measured numbers in a file under docs are not those that are made now.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="tables">They, by the names that stand in the file before each.</param>
    internal static void TablesShouldBe(string name, IReadOnlyDictionary<string, string> tables)
    {
        var document = File.ReadAllText(Project.In("docs", name));
        Measured().Matches(document).Select(place => place.Groups["name"].Value).ShouldBe(tables.Keys, ignoreOrder: true);
        ShouldBe(
            name,
            Measured()
                .Replace(
                    document,
                    place => $"{place.Groups["begin"].Value}\n{tables[place.Groups["name"].Value]}\n{place.Groups["end"].Value}"
                )
        );
    }

    [GeneratedRegex(@"(?<begin><!-- (?:measured|rendered): (?<name>[^>]+) -->\n)[^<]*(?<end><!-- end -->)")]
    private static partial Regex Measured();
}
