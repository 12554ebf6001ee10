using Bernstein.Check.Manifests;
using Bernstein.Check.Requirements;

var assessment = Assessment.Of(new Submission(FolderReader.Read(args[0]), args.Length > 1 ? Version.Parse(args[1]) : null));
foreach (var (requirement, verdict) in assessment.Outcomes.Where(outcome => outcome.Verdict.Status != Status.Pass))
{
    foreach (var finding in verdict.Findings)
    {
        Console.WriteLine($"{verdict.Status} {requirement.Identifier} {finding.Location}: {finding.Message}");
    }
}

Console.WriteLine($"{assessment.Passed} passed, {assessment.Failed} failed");
return 0;
