namespace Bernstein.Check.Requirements;

/// <summary>Where postgres keeps the votes.</summary>
internal static class PostgresVolume
{
    private const string DataDirectory = "/var/lib/postgresql/data";

    internal static IEnumerable<Finding> Volume(Submission submission, Component component, Workload workload)
    {
        var mount = Mount(submission, workload);
        if (mount is null)
        {
            return [workload.Container.Nearest("volumeMounts").Refused($"nothing is mounted at {DataDirectory}", Mended)];
        }

        var volume = VolumeOf(workload, mount);
        var kinds = volume.Entries.Select(entry => entry.Key).Where(key => key != "name");
        return volume.RefusedIf(
            !volume["persistentVolumeClaim"].IsSet,
            () =>
                volume.IsSet
                    ? $"the volume {mount["name"].Text} is {string.Join(", ", kinds)}; asked for is persistentVolumeClaim"
                    : $"there is no volume {mount["name"].Shown}",
            Mended
        );

        Mend Mended() => VolumeMends.Of(submission, workload, mount, DataDirectory);
    }

    internal static Verdict DataDirectoryIsEmpty(Submission submission) =>
        Verdict.OfEach(
            from part in submission.Parts(Component.Postgres)
            let mount = Mount(submission, part.Workload)
            where mount is not null
            select (part.Workload, Mount: mount),
            "postgres mounts no data directory",
            found =>
                found.Mount.RefusedIf(
                    string.IsNullOrEmpty(found.Mount["subPath"].Text)
                        && string.IsNullOrEmpty(found.Mount["subPathExpr"].Text)
                        && !IsBelow(DataFolder(submission, found.Workload), MountPath(found.Mount)),
                    () => "the volume's own top folder is the data directory, and a fresh disk holds lost+found there",
                    () => VolumeMends.Folder(found.Workload, found.Mount)
                )
        );

    /// <summary>The claim that postgres mounts its data from; null where it mounts none.</summary>
    internal static Node? Claim(Submission submission, Workload workload) =>
        Mount(submission, workload) is { } mount && VolumeOf(workload, mount)["persistentVolumeClaim"] is { IsSet: true } claim
            ? claim
            : null;

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
