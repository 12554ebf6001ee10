namespace Bernstein.Check.Tests.Requirements;

/// <summary>
/// An edit of the reference, and how a requirement is met then. The files of Verdicts have a sentence for each table and below it rows:
/// <c>of</c> the requirement; <c>without</c> and <c>holding</c> files, and <c>with</c> texts replaced; then <c>in</c> a file the text <c>from</c> is replaced
/// by each text of the lists <c>pass</c>, <c>fail</c> and <c>unjudged</c>, with <c>to</c> around it in the place of its $. Behind a text there may be
/// what is said of it.
/// </summary>
/// <param name="Row">The row.</param>
/// <param name="Written">The text of a list.</param>
/// <param name="Expected">How the requirement is met.</param>
/// <param name="Said">What is said, with its place.</param>
public sealed record VerdictCase(Node Row, string Written, Status Expected, string Said)
{
    private static readonly string[] Keys = [.. "of,without,holding,with,in,from,to,kubernetes,pass,fail,unjudged".Split(',')];

    private static readonly (string Name, Status Status)[] Lists =
    [
        ("pass", Status.Pass),
        ("fail", Status.Fail),
        ("unjudged", Status.NotJudged),
    ];

    /// <summary>The cases of a file of Verdicts.</summary>
    public static IEnumerable<TestCaseData> Of(string name) =>
        from told in WrittenCases.In($"Bernstein.Check.Tests/Requirements/Verdicts/{name}.yaml", Keys)
        from list in Lists
        from written in told.Row[list.Name].Items
        let item = written.Entries.Count > 0 ? written.Entries[0] : new(written is Scalar text ? text.Value : "", written)
        let verdict = new VerdictCase(told.Row, item.Key, list.Status, written.Entries.Count > 0 ? item.Value.Text! : "")
        // A row without a list is what the others have in common.
        select new TestCaseData(verdict).SetArgDisplayNames($"{told.Told}: {item.Key} {list.Name}");

    /// <summary>The requirement is met as is expected, and that is said.</summary>
    internal void ShouldHold()
    {
        var sample = Row["without"].Texts().Aggregate(Sample.Reference, (edited, file) => edited.Without(file));
        sample = Row["holding"].Entries.Aggregate(sample, (edited, file) => edited.Holding(file.Key, Filled(file.Value)));
        sample = Row["with"].Items.Select(edit => edit.Texts()).Aggregate(sample, (edited, edit) => edited.With(edit[0], edit[1], edit[2]));
        if (Row["in"].Text is { } name)
        {
            sample = sample.With(name, Row["from"].Text!, Row["to"].IsSet ? Filled(Row["to"]) : Written);
        }

        if (Row["kubernetes"].IsSet)
        {
            sample = sample with { KubernetesVersion = Written.Length > 0 ? Version.Parse(Written) : null };
        }

        var verdict = sample.Judge(Row["of"].Text!);
        verdict.Status.ShouldBe(Expected);
        string.Join('\n', verdict.Findings.Select(finding => $"{finding.Location}: {finding.Message}")).ShouldContain(Said);
    }

    private string Filled(Node template) => template.Text!.Replace("$", Written, StringComparison.Ordinal);
}
