namespace Bernstein.Chart.Tests.Documents;

/// <summary>Links between documents.</summary>
public sealed partial class LinkTests
{
    [Test]
    public void There_are_documents() => Document.All.Count.ShouldBeGreaterThan(20);

    [TestCaseSource(typeof(Document), nameof(Document.All))]
    public void A_link_leads_to_a_file_and_a_heading_that_are_there(Document document) =>
        Link()
            .Matches(document.Text)
            .Select(link =>
                (Written: link.Groups[1].Value + link.Groups[2].Value, Target: TargetOf(document, link), Heading: link.Groups[2].Value)
            )
            .Where(link => !Path.Exists(link.Target) || (link.Heading.Length > 1 && !HeadingsOf(link.Target).Contains(link.Heading[1..])))
            .Select(link => link.Written)
            .ShouldBeEmpty();

    private static string TargetOf(Document document, Match link) =>
        link.Groups[1].Value is { Length: > 0 } file
            ? Path.GetFullPath(Path.Combine(Path.GetDirectoryName(document.FullPath)!, file))
            : document.FullPath;

    // As GitHub makes them: in small letters, without punctuation, with a hyphen for each space.
    private static HashSet<string> HeadingsOf(string path) =>
        [
            .. Heading()
                .Matches(File.ReadAllText(path))
                .Select(heading => Punctuation().Replace(heading.Groups[1].Value.Trim().ToLowerInvariant(), "").Replace(' ', '-')),
        ];

    [GeneratedRegex(@"(?:\]\(|src=""|srcset="")(?!https?:|[#\w-]*:)([^)#""\s]*)(#[^)""\s]*)?[)""]")]
    private static partial Regex Link();

    [GeneratedRegex("^#+ +(.+)$", RegexOptions.Multiline)]
    private static partial Regex Heading();

    [GeneratedRegex(@"[^\p{L}\p{N}\- _]")]
    private static partial Regex Punctuation();
}
