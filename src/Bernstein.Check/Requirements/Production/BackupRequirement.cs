namespace Bernstein.Check.Requirements;

/// <summary><c>production.backup</c>: the votes are somewhere else too.</summary>
internal static class BackupRequirement
{
    internal static Requirement Backup() =>
        new(
            "production.backup",
            Severity.Production,
            "A CronJob, one Job at a time, gets the name of the postgres Service and writes to a claim other than the database's.",
            "The disk of the database is lost, or somebody deletes the votes, and they are nowhere else.",
            "Write a CronJob with concurrencyPolicy: Forbid that runs pg_dump against the postgres Service into a persistentVolumeClaim of its own.",
            Judge
        );

    private static Verdict Judge(Submission submission)
    {
        if (submission.WorkloadOf(Component.Postgres) is not { } postgres)
        {
            return Verdict.NotJudged("there is no postgres");
        }

        var jobs = Arrow
            .Needed(submission)
            .Where(arrow => arrow.To.Manifest == postgres.Manifest && arrow.From.Manifest.Kind == "CronJob")
            .Select(arrow => (Job: arrow.From, Why: WhyNot(arrow.From, postgres).ToArray()))
            .ToArray();
        return jobs.Any(found => found.Why.Length == 0) ? Verdict.Pass
            : jobs.Length > 0 ? Verdict.Of(jobs.SelectMany(found => found.Why))
            : Verdict.Of([
                new Finding("no CronJob among the files gets the name of the postgres Service", postgres.Manifest.Root.Location)
                {
                    MayBeElsewhere = true,
                },
            ]);
    }

    private static IEnumerable<Finding> WhyNot(Workload job, Workload postgres)
    {
        var spec = job.Manifest.Root["spec"];
        if (spec["suspend"].Boolean == true)
        {
            yield return new Finding($"{job.Manifest} is suspended: it never runs", spec["suspend"].Location)
            {
                MendBy = () => Mend.Of($"In {job.Manifest.File}, remove suspend.", Edit.Remove(job.Manifest.Root, "spec.suspend")),
            };
        }

        if (spec["concurrencyPolicy"].Text is not ("Forbid" or "Replace"))
        {
            yield return new Finding(
                $"{job.Manifest}: concurrencyPolicy is {spec["concurrencyPolicy"].Text ?? "Allow by default"}; asked for is Forbid or Replace",
                (spec["concurrencyPolicy"].IsSet ? spec["concurrencyPolicy"] : spec).Location
            )
            {
                MendBy = () =>
                    Mend.Of(
                        $"In {job.Manifest.File}, write concurrencyPolicy: Forbid.",
                        Edit.Set(job.Manifest.Root, "spec.concurrencyPolicy", "Forbid")
                    ),
            };
        }

        var ofDatabase = Claims(postgres).Select(volume => volume.Claim).ToHashSet();
        if (!Claims(job).Any(volume => !ofDatabase.Contains(volume.Claim) && IsWritten(job, volume.Name)))
        {
            yield return new Finding(
                $"{job.Manifest} has no persistentVolumeClaim of its own: its backups are lost with the database",
                job.Pod.Location
            );
        }
    }

    private static IEnumerable<(string Name, string Claim)> Claims(Workload workload) =>
        from volume in workload.Pod["volumes"].Items
        let claim = volume.At("persistentVolumeClaim.claimName").Text
        where claim is not null && volume.At("persistentVolumeClaim.readOnly").Boolean != true
        select (volume["name"].Text ?? "", claim);

    private static bool IsWritten(Workload workload, string volume) =>
        workload
            .Containers.SelectMany(container => container["volumeMounts"].Items)
            .Any(mount => mount["name"].Text == volume && mount["readOnly"].Boolean != true);
}
