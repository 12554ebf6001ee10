namespace Bernstein.Check.Tests.Mends;

/// <summary>
/// A slip, and what its mends make of it. The keys of its row:
/// <c>of</c>: the sample, where it is not the reference; <c>whole</c>: edits that make another one of it, which is as good;
/// <c>edits</c>: what spoils it, each <c>in</c> a file: another text for one, a whole text, or a copy of another file; or without the file;
/// <c>fails</c>: exactly the requirements that fail; where it is not said, some do;
/// <c>messages</c>: all that is found; <c>says</c>: some of it, by its requirement; <c>hints</c>: what is said of the folder;
/// <c>causes</c>: a line for each, with its requirements; <c>mends</c>: what is edited for them; <c>by hand</c>: what is left to a person;
/// <c>left</c>: the requirements that fail after the mends, where there are any;
/// <c>after</c>: what stands in the files then: «whole», all as it was before the slip, or a text by its file.
/// Of every case the mends lead to the end (<see cref="MendPath"/>), and what held before holds.
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
        (Row["says"] is Missing || Row["says"].Entries.Count > 0).ShouldBeTrue("says");
        (Row["after"] is Missing || Row["after"].Entries.Count > 0 || Row["after"].Text == "whole").ShouldBeTrue("after");
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
        ShouldStand(after.Submission.Folder, whole);
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

    private void ShouldStand(ManifestFolder after, Sample whole)
    {
        if (Row["after"].Text == "whole")
        {
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
