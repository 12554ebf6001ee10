namespace Bernstein.Check.Requirements;

/// <summary><c>wiring.votes-table</c>: the worker waits for the table that a Job creates.</summary>
internal static partial class VotesTableRequirement
{
    internal static Verdict VotesTable(Submission submission)
    {
        var jobs = submission.Workloads.Where(workload => workload.Manifest.Kind == "Job");
        return jobs.Any(job => CreatesVotes.IsMatch(Script(submission, job, job.Containers)))
            ? Verdict.OfEach(submission.Parts(Component.Worker), "there is no worker", part => WhyNot(submission, part.Workload))
            : Verdict.NotJudged("no Job creates the votes table");
    }

    private static IEnumerable<Finding> WhyNot(Submission submission, Workload worker) =>
        worker
            .Pod.Nearest("initContainers")
            .RefusedIf(
                !worker.Pod["initContainers"].Items.Any(container => AsksForVotes.IsMatch(Script(submission, worker, [container]))),
                () => "no init container of the worker asks PostgreSQL for the votes table",
                () => Example.WaitForVotes(submission, worker)
            );

    // What containers run: their command lines, and the files of the ConfigMaps that their pod mounts.
    private static string Script(Submission submission, Workload workload, IEnumerable<Node> containers)
    {
        var commands =
            from container in containers
            from item in container["command"].Items.Concat(container["args"].Items)
            select item.Text;
        var files =
            from volume in workload.Pod["volumes"].Items
            let found = submission.Manifests.Find("ConfigMap", workload.Manifest.Namespace, volume.At("configMap.name").Text ?? "")
            from entry in found?.Root["data"].Entries ?? []
            select entry.Value.Text;
        return string.Join('\n', commands.Concat(files));
    }

    // In each statement from the first CREATE TABLE on, and in each line from the first grep: nothing is looked through twice.
    [GeneratedRegex(@"(?:^|;)(?>[^;]*?create\s+table\b)[^;]*\bvotes\b", RegexOptions.IgnoreCase)]
    private static partial Regex CreatesVotes { get; }

    // FROM votes · TABLE votes · to_regclass('votes') · table_name = 'votes' · \dt votes · … | grep votes
    [GeneratedRegex(
        @"(\b(from|table|exists)\s+(""?public""?\.)?""?|to_regclass\s*\(\s*'[^']*|table_?name\s*=\s*'|\\dt?\+?\s+|^(?>.*?grep\b).*\s['""]?)votes\b",
        RegexOptions.IgnoreCase | RegexOptions.Multiline
    )]
    private static partial Regex AsksForVotes { get; }
}
