namespace Bernstein.Check.Tests.Mends;

/// <summary>
/// A slip, and what its mends make of it. The row of a case has <c>edits</c> of the reference, or <c>of</c> another sample, once the edits of <c>whole</c> are
/// made in it: <c>in</c> a file a text is replaced, or the file holds a <c>text</c> or a <c>copy</c> of another one; or it is not there (<c>without</c>).
/// Before the mends exactly these requirements fail (<c>fails</c>; without it, some), for these causes (<c>causes</c>: the requirements of each in a text),
/// which get these mends (<c>mends</c>) or are left to a person with these words (<c>by hand</c>); all that is told are these <c>messages</c>, and each
/// requirement <c>says</c> its own. The folder gets these <c>hints</c>. After the mends nothing fails but what is <c>left</c>, and what <c>after</c> says is
/// in the files: all as it was in the whole, or a text. Whatever is asked, every mend leads to the end (<see cref="MendPath"/>).
/// </summary>
/// <param name="Row">The row.</param>
public sealed record MendCase(Node Row)
{
    private static readonly string[] Keys = [.. "of,whole,edits,fails,says,messages,causes,hints,mends,by hand,left,after".Split(',')];

    /// <summary>The cases of a file of Mends.</summary>
    internal static IEnumerable<TestCaseData> Of(string name) =>
        WrittenCases
            .In($"Bernstein.Check.Tests/Mends/{name}.yaml", Keys)
            .Select(told => new TestCaseData(new MendCase(told.Row)).SetArgDisplayNames(told.Told));

    /// <summary>It is told, and it is mended, as the row says.</summary>
    internal void ShouldHold()
    {
        Row["edits"].Items.ShouldNotBeEmpty();
        var whole = Edited(Row["of"].IsSet ? Sample.Hardened : Sample.Reference, Row["whole"]);
        var spoilt = Edited(whole, Row["edits"]);
        var before = Row["of"].Text switch
        {
            null or "hardened" => spoilt.Assess(),
            "production" => spoilt.AssessProduction(),
            var other => throw new FormatException($"there is no sample {other}"),
        };
        ShouldBeTold(before);

        MendPath.Faults(before).ShouldBeEmpty();
        var after = Mending.Mended(before);
        Mending.Held(before).Except(Mending.Held(after)).ShouldBeEmpty("held before the mends");
        Names(after.Failures).ShouldBe(Row["left"].Texts(), string.Join('\n', after.Failures.Select(Mending.Shown)));
        ShouldHold(after.Submission.Folder, whole);
    }

    private void ShouldBeTold(Assessment before)
    {
        if (Row["fails"] is Missing)
        {
            before.Failures.ShouldNotBeEmpty();
        }

        ShouldBe("fails", Names(before.Failures));
        ShouldBe("messages", before.Failures.SelectMany(failure => failure.Verdict.Findings).Select(finding => finding.Message).Distinct());
        ShouldBe("causes", before.Causes.Select(cause => string.Join(' ', cause.Requirements.Select(asked => asked.Identifier))));
        ShouldBe("hints", before.Hints);
        ShouldBe("mends", before.Mends.Where(mend => mend.Edits.Count > 0).Select(mend => mend.Sentence));
        ShouldBe("by hand", before.Mends.Where(mend => mend.Edits.Count == 0).Select(mend => mend.Sentence));
        foreach (var (identifier, text) in Row["says"].Entries)
        {
            var outcome = before.Outcomes.Single(outcome => outcome.Requirement.Identifier == identifier);
            outcome.Verdict.Findings.Select(finding => finding.Message).ShouldContain(message => message.Contains(text.Text!));
        }
    }

    private void ShouldHold(ManifestFolder after, Sample whole)
    {
        if (Row["after"].Text is not null)
        {
            Row["after"].Text.ShouldBe("whole");
            after.Files.ToDictionary(file => file.Path, file => file.Text).ShouldBe(whole.Files, ignoreOrder: true);
        }

        foreach (var (file, text) in Row["after"].Entries)
        {
            after.File(file).ShouldNotBeNull().Text.ShouldContain(text.Text!, Case.Sensitive);
        }
    }

    private void ShouldBe(string key, IEnumerable<string> found)
    {
        if (Row[key].IsSet)
        {
            found.ShouldBe(Row[key].Texts(), key);
        }
    }

    private static Sample Edited(Sample whole, Node edits) =>
        edits.Items.Aggregate(
            whole,
            (sample, edit) =>
                string.Join(' ', edit.Entries.Select(entry => entry.Key).Order(StringComparer.Ordinal)) switch
                {
                    "from in to" => sample.With(edit["in"].Text!, edit["from"].Text!, edit["to"].Text!),
                    "in text" => sample.Holding(edit["in"].Text!, edit["text"].Text!),
                    "copy in" => sample.Holding(edit["in"].Text!, whole.Files[edit["copy"].Text!]),
                    "without" => sample.Without(edit["without"].Text!),
                    var keys => throw new FormatException($"{edit.Location}: no edit has these keys: {keys}"),
                }
        );

    private static IEnumerable<string> Names(IEnumerable<(Requirement Requirement, Verdict Verdict)> failures) =>
        failures.Select(failure => failure.Requirement.Identifier);
}
