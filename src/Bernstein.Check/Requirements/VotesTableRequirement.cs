namespace Bernstein.Check.Requirements;

/// <summary><c>wiring.votes-table</c>: the worker waits for the table that a Job creates.</summary>
internal static partial class VotesTableRequirement
{
    internal static Requirement VotesTable() =>
        new(
            "wiring.votes-table",
            Severity.Wiring,
            "Where a Job creates the votes table, the worker does not start before it exists.",
            "The worker takes a vote off the queue, finds no table to write it to, and exits: the vote is lost.",
            "Add an init container to worker.deployment.yaml that runs psql until SELECT FROM votes succeeds.",
            submission =>
            {
                var jobs = submission.Workloads.Where(workload => workload.Manifest.Kind == "Job");
                if (!jobs.Any(job => CreatesVotes().IsMatch(Script(submission, job, job.Containers))))
                {
                    return Verdict.NotJudged("no Job creates the votes table");
                }

                if (submission.WorkloadOf(Component.Worker) is not { } worker)
                {
                    return Verdict.NotJudged("there is no worker");
                }

                var init = worker.Pod["initContainers"];
                return init.Items.Any(container => AsksForVotes().IsMatch(Script(submission, worker, [container])))
                    ? Verdict.Pass
                    : Verdict.Fail(
                        "no init container of the worker asks PostgreSQL for the votes table",
                        (init.IsSet ? init : worker.Pod).Location,
                        () => Example.WaitForVotes(submission, worker)
                    );
            }
        );

    // What containers run: their command lines, and the files of the ConfigMaps that their pod mounts.
    private static string Script(Submission submission, Workload workload, IEnumerable<Node> containers)
    {
        var commands = containers
            .SelectMany(container => new[] { container["command"], container["args"] })
            .SelectMany(list => list.Items)
            .Select(item => item.Text);
        var files = workload
            .Pod["volumes"]
            .Items.Select(volume =>
                submission.Manifests.Find("ConfigMap", workload.Manifest.Namespace, volume.At("configMap.name").Text ?? "")
            )
            .SelectMany(found => found?.Root["data"].Entries ?? [])
            .Select(entry => entry.Value.Text);
        return string.Join('\n', commands.Concat(files));
    }

    [GeneratedRegex(@"create\s+table\b[^;]*\bvotes\b", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex CreatesVotes();

    // FROM votes · TABLE votes · to_regclass('votes') · table_name = 'votes' · \dt votes · … | grep votes
    [GeneratedRegex(
        @"(\b(from|table|exists)\s+(""?public""?\.)?""?|to_regclass\s*\(\s*'[^']*|table_?name\s*=\s*'|\\dt?\+?\s+|grep\b.*\s['""]?)votes\b",
        RegexOptions.IgnoreCase | RegexOptions.NonBacktracking
    )]
    private static partial Regex AsksForVotes();
}
