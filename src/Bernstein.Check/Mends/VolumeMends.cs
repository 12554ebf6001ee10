namespace Bernstein.Check.Mends;

/// <summary>The volume of postgres, and where its data are on it.</summary>
internal static class VolumeMends
{
    private const string Mounts = ExpectedValues.Container + ".volumeMounts";
    private const string Volumes = ExpectedValues.Pod + ".volumes";

    /// <summary>What mounts a claim at the data directory.</summary>
    internal static Mend? Of(Submission submission, Workload workload, Node? mount, string directory)
    {
        var root = workload.Manifest.Root;
        var claims = workload.Pod["volumes"].Items.Where(volume => volume["persistentVolumeClaim"].IsSet).ToArray();
        var name = claims.Length > 0 ? claims[0]["name"].Text ?? "data" : mount?["name"].Text ?? "data";
        var edits = new List<Edit>(claims.Length > 0 ? [] : ToClaim(submission, workload, name));
        if (mount is null)
        {
            var other = Named(workload.Container["volumeMounts"], name);
            edits.Add(
                other is not null
                    ? Edit.Set(root, $"{Mounts}[{other}].mountPath", directory)
                    : Edit.Set(root, $"{Mounts}[+]", $"name: {YamlWriter.Text(name)}\nmountPath: {directory}\nsubPath: data")
            );
        }
        else if (mount["name"].Text != name && root.PathTo(mount) is { } path)
        {
            edits.Add(Edit.Set(root, $"{path}.name", YamlWriter.Text(name)));
        }

        return Mend.Of($"In postgres.deployment.yaml, mount a claim at {directory}.", edits);
    }

    // A volume of the claim that is there, or of a new one.
    private static IEnumerable<Edit> ToClaim(Submission submission, Workload workload, string name)
    {
        var claim = submission
            .Manifests.OfKind("PersistentVolumeClaim")
            .OrderByDescending(claim => claim.Namespace == workload.Manifest.Namespace)
            .FirstOrDefault(claim => claim.Namespace == workload.Manifest.Namespace || submission.ComponentOf(claim) == Component.Postgres);
        var source = $"name: {YamlWriter.Text(name)}\npersistentVolumeClaim:\n  claimName: {YamlWriter.Text(claim?.Name ?? "postgres")}";
        var there = Named(workload.Pod["volumes"], name);
        return
        [
            .. claim is null ? Example.Add(submission, "postgres.volume.yaml").Edits : [],
            Edit.Set(workload.Manifest.Root, $"{Volumes}[{there?.ToString(CultureInfo.InvariantCulture) ?? "+"}]", source),
        ];
    }

    private static int? Named(Node list, string name) =>
        list.Items.Index().Where(item => item.Item["name"].Text == name).Select(item => (int?)item.Index).FirstOrDefault();

    /// <summary>What keeps the data in a folder of the volume.</summary>
    internal static Mend? Folder(Workload workload, Node mount)
    {
        const string Warning =
            "If votes are on the volume already, first move its content into that folder; otherwise postgres starts empty.";
        var root = workload.Manifest.Root;
        var data = workload.Container["env"].Items.Index().Where(entry => entry.Item["name"].Text == "PGDATA").ToArray();
        return data is [var (at, entry)] && !entry["valueFrom"].IsSet
                ? Mend.Of(
                    $"Let PGDATA be a folder below the mount. {Warning}",
                    Edit.Set(root, $"{ExpectedValues.Container}.env[{at}].value", $"/{mount["mountPath"].Text!.Trim('/')}/pgdata")
                )
            : root.PathTo(mount) is { } path
                ? Mend.Of($"Mount a folder of the volume: subPath. {Warning}", Edit.Set(root, $"{path}.subPath", "data"))
            : null;
    }
}
