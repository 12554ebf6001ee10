namespace Bernstein.Check.Mends;

/// <summary>The volume of postgres, and where its data are on it.</summary>
internal static class VolumeMends
{
    /// <summary>What mounts a claim at the data directory.</summary>
    internal static Mend Of(Submission submission, Workload workload, Node? mount, string directory)
    {
        var claimed = workload.Pod["volumes"].Items.FirstOrDefault(volume => volume["persistentVolumeClaim"].IsSet);
        var name = claimed is not null ? claimed["name"].Text ?? "data" : mount?["name"].Text ?? "data";
        var other = Named(workload.Container["volumeMounts"], name);
        return Mend.Of(
            $"In postgres.deployment.yaml, mount a claim at {directory}.",
            [
                .. claimed is null ? ToClaim(submission, workload, name) : [],
                mount?["name"].Text == name ? null
                : mount is not null ? Edit.SetText(mount, "name", name)
                : other is not null ? Edit.Set(other, "mountPath", directory)
                : Edit.Set(workload.Container, "volumeMounts[+]", $"name: {YamlWriter.Text(name)}\nmountPath: {directory}\nsubPath: data"),
            ]
        );
    }

    /// <summary>A volume of a pod, as lines of YAML.</summary>
    internal static string OfClaim(string name, string claim) =>
        $"name: {YamlWriter.Text(name)}\npersistentVolumeClaim:\n  claimName: {YamlWriter.Text(claim)}";

    // A volume of the claim that is there, or of a new one.
    private static IEnumerable<Edit> ToClaim(Submission submission, Workload workload, string name)
    {
        var claim = submission
            .Manifests.OfKind("PersistentVolumeClaim")
            .OrderByDescending(claim => claim.Namespace == workload.Manifest.Namespace)
            .FirstOrDefault(claim => claim.Namespace == workload.Manifest.Namespace || submission.ComponentOf(claim) == Component.Postgres);
        var source = OfClaim(name, claim?.Name ?? "postgres");
        return
        [
            .. claim is null ? Example.Add(submission, "postgres.volume.yaml").Edits : [],
            Named(workload.Pod["volumes"], name) is { } there ? Edit.Set(there, "", source) : Edit.Set(workload.Pod, "volumes[+]", source),
        ];
    }

    private static Node? Named(Node list, string name) => list.Items.FirstOrDefault(item => item["name"].Text == name);

    /// <summary>What keeps the data in a folder of the volume.</summary>
    internal static Mend Folder(Workload workload, Node mount)
    {
        const string Warning =
            "If votes are on the volume already, first move its content into that folder; otherwise postgres starts empty.";
        return Named(workload.Container["env"], "PGDATA") is { } data && !data["valueFrom"].IsSet
            ? Mend.Of(
                $"Let PGDATA be a folder below the mount. {Warning}",
                Edit.Set(data, "value", $"/{mount["mountPath"].Text!.Trim('/')}/pgdata")
            )
            : Mend.Of($"Mount a folder of the volume: subPath. {Warning}", Edit.Set(mount, "subPath", "data"));
    }
}
