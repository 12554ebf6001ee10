namespace Bernstein.Check.Requirements;

/// <summary><c>production.backup</c>: the votes are somewhere else too.</summary>
internal static class BackupRequirement
{
    internal static IEnumerable<Finding> Backup(Submission submission, Component component, Workload postgres)
    {
        var jobs = (
            from arrow in Arrow.Needed(submission)
            where arrow.To.Manifest == postgres.Manifest && arrow.From.Manifest.Kind == "CronJob"
            select WhyNot(arrow.From, postgres).ToArray()
        ).ToArray();
        return jobs.Any(reasons => reasons.Length == 0) ? []
            : jobs.Length > 0 ? jobs.SelectMany(reasons => reasons)
            : [postgres.Manifest.Root.Lacks("no CronJob among the files gets the name of the postgres Service")];
    }

    private static IEnumerable<Finding> WhyNot(Workload job, Workload postgres)
    {
        var (manifest, spec) = (job.Manifest, job.Manifest.Root["spec"]);
        var (suspend, policy) = (spec["suspend"], spec["concurrencyPolicy"]);
        var ofDatabase = Claims(postgres).Select(volume => volume.Claim).ToHashSet();
        return
        [
            .. suspend.RefusedIf(
                suspend.Boolean == true,
                () => $"{manifest} is suspended: it never runs",
                () => Mend.Of($"In {manifest.File}, remove suspend.", Edit.Remove(suspend))
            ),
            .. spec.Nearest("concurrencyPolicy")
                .RefusedIf(
                    policy.Text is not ("Forbid" or "Replace"),
                    () => $"{manifest}: concurrencyPolicy is {policy.Text ?? "Allow by default"}; asked for is Forbid or Replace",
                    () => Mend.Of($"In {manifest.File}, write concurrencyPolicy: Forbid.", Edit.Set(policy, "", "Forbid"))
                ),
            .. job.Pod.RefusedIf(
                !Claims(job).Any(volume => !ofDatabase.Contains(volume.Claim) && IsWritten(job, volume.Name)),
                () => $"{manifest} has no persistentVolumeClaim of its own: its backups are lost with the database"
            ),
        ];
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
