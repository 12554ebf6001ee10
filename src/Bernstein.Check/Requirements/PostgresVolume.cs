namespace Bernstein.Check.Requirements;

/// <summary>Where postgres keeps the votes.</summary>
internal static class PostgresVolume
{
    private const string DataDirectory = "/var/lib/postgresql/data";

    internal static Requirement Volume() =>
        ComponentRequirement.Workload(
            Component.Postgres,
            "volume",
            $"postgres keeps its data on a persistent volume at {DataDirectory}.",
            "The votes are lost with the pod.",
            $"Mount a volume with a persistentVolumeClaim at {DataDirectory} in postgres.deployment.yaml.",
            (submission, workload) => JudgeVolume(submission, workload)
        );

    internal static Requirement DataDirectoryIsEmpty() =>
        new(
            "wiring.data-directory",
            Severity.Wiring,
            "postgres can initialise a fresh volume that holds lost+found.",
            "The image refuses to initialise a folder that is not empty, and the pod restarts again and again.",
            "Add a subPath such as data to the volumeMount, or set PGDATA to a folder below the mount.",
            submission =>
            {
                if (submission.WorkloadOf(Component.Postgres) is not { } workload || Mount(submission, workload) is not { } mount)
                {
                    return Verdict.NotJudged("postgres mounts no data directory");
                }

                return
                    mount["subPath"].Text is { Length: > 0 }
                    || mount["subPathExpr"].Text is { Length: > 0 }
                    || IsBelow(DataFolder(submission, workload), MountPath(mount))
                    ? Verdict.Pass
                    : Verdict.Fail(
                        "the volume's own top folder is the data directory, and a fresh disk holds lost+found there",
                        mount.Location,
                        () => VolumeMends.Folder(workload, mount)
                    );
            }
        );

    /// <summary>The claim that postgres mounts its data from; null where it mounts none.</summary>
    internal static Node? Claim(Submission submission, Workload workload) =>
        Mount(submission, workload) is { } mount && VolumeOf(workload, mount)["persistentVolumeClaim"] is { IsSet: true } claim
            ? claim
            : null;

    private static Verdict JudgeVolume(Submission submission, Workload workload)
    {
        if (Mount(submission, workload) is not { } mount)
        {
            var mounts = workload.Container["volumeMounts"];
            return Verdict.Fail(
                $"nothing is mounted at {DataDirectory}",
                (mounts.IsSet ? mounts : workload.Container).Location,
                () => VolumeMends.Of(submission, workload, null, DataDirectory)
            );
        }

        var volume = VolumeOf(workload, mount);
        return volume["persistentVolumeClaim"].IsSet
            ? Verdict.Pass
            : Verdict.Fail(
                volume.IsSet
                    ? $"the volume {mount["name"].Text} is {string.Join(", ", volume.Entries.Select(entry => entry.Key).Where(key => key != "name"))}; asked for is persistentVolumeClaim"
                    : $"there is no volume {mount["name"].Shown}",
                volume.Location,
                () => VolumeMends.Of(submission, workload, mount, DataDirectory)
            );
    }

    // At the data directory itself, or above it with PGDATA below the mount.
    private static Node? Mount(Submission submission, Workload workload)
    {
        var mounts = workload.Container["volumeMounts"].Items;
        return mounts.FirstOrDefault(mount => MountPath(mount) == DataDirectory)
            ?? mounts.FirstOrDefault(mount =>
                IsBelow(DataDirectory, MountPath(mount)) && IsBelow(DataFolder(submission, workload), MountPath(mount))
            );
    }

    private static Node VolumeOf(Workload workload, Node mount) =>
        workload.Pod["volumes"].Items.FirstOrDefault(volume => volume["name"].Text is { } name && name == mount["name"].Text)
        ?? new Missing(workload.Pod.Location);

    private static string MountPath(Node mount) => mount["mountPath"].Text is { } path ? "/" + path.Trim('/') : "";

    private static string DataFolder(Submission submission, Workload workload) =>
        Variable.Find(submission.Manifests, workload, "PGDATA")?.Value ?? "";

    private static bool IsBelow(string path, string mount) =>
        mount.Length > 0 && ("/" + path.Trim('/')).StartsWith(mount.TrimEnd('/') + "/", StringComparison.Ordinal);
}
