namespace Bernstein.Check.Tests.Reports;

/// <summary>The text report on a terminal.</summary>
public sealed partial class TerminalLinesTests : FolderTest
{
    [TestCase(true)]
    [TestCase(false)]
    public void No_line_of_words_is_wider_than_the_terminal_and_no_word_is_lost(bool isColoured)
    {
        Directory.CreateDirectory(Folder.In("one"));
        File.WriteAllText(Folder.In("one/poll.deployment.yaml"), Sample.Reference.Files["poll.deployment.yaml"]);
        Folder.Copy(Folder.In("one"), "two");
        foreach (var folders in new[] { new[] { "one" }, ["one", "two"] })
        {
            var (narrow, wide) = (Report(80), Report(null));
            narrow.Split('\n').Where(line => line.Length > 80 && !line.StartsWith("        ", StringComparison.Ordinal)).ShouldBeEmpty();
            wide.Split('\n').ShouldContain(line => line.Length > 80);
            Words(narrow).ShouldBe(Words(wide));

            string Report(int? width)
            {
                using var output = new StringWriter { NewLine = "\n" };
                new CheckCommand(output, TextWriter.Null) { IsColoured = isColoured, Width = width }.Run([.. folders.Select(Folder.In)]);
                return Colour().Replace(output.ToString(), "");
            }
        }
    }

    [TestCase("a b", 3, "a b")]
    [TestCase("aa bb cc", 5, "aa bb\n  cc")]
    [TestCase("  aa bb", 5, "  aa\n    bb")]
    [TestCase("\e[31maa\e[0m bb", 5, "\e[31maa\e[0m bb")]
    [TestCase("longer than", 4, "longer\n  than")]
    public void A_line_is_broken_at_a_space(string line, int width, string expected) => TerminalLines.Fit(line, width).ShouldBe(expected);

    private static string[] Words(string text) => text.Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries);

    [GeneratedRegex("\e\\[[0-9]*m")]
    private static partial Regex Colour();
}
