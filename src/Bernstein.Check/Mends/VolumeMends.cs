using Bernstein.Check.Application;
using Bernstein.Kubernetes.Objects;
using Bernstein.Kubernetes.Yaml;

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
        var edits = new List<Edit>();
        var name = claims.Length > 0 ? claims[0]["name"].Text ?? "data" : "data";
        if (claims.Length == 0)
        {
            var claim = submission
                .Manifests.OfKind("PersistentVolumeClaim")
                .OrderByDescending(claim => claim.Namespace == workload.Manifest.Namespace)
                .FirstOrDefault(claim =>
                    claim.Namespace == workload.Manifest.Namespace || submission.ComponentOf(claim) == Component.Postgres
                );
            if (claim is null)
            {
                edits.AddRange(Example.Add(submission, "postgres.volume.yaml").Edits);
            }

            name = mount?["name"].Text ?? name;
            var source =
                $"name: {YamlWriter.Text(name)}\npersistentVolumeClaim:\n  claimName: {YamlWriter.Text(claim?.Name ?? "postgres")}";
            var there = workload
                .Pod["volumes"]
                .Items.Index()
                .Where(volume => volume.Item["name"].Text == name)
                .Select(volume => volume.Index);
            edits.Add(Edit.Set(root, $"{Volumes}[{(there.Any() ? there.First() : "+")}]", source));
        }

        if (mount is null)
        {
            var other = workload
                .Container["volumeMounts"]
                .Items.Index()
                .Where(item => item.Item["name"].Text == name)
                .Select(item => item.Index);
            edits.Add(
                other.Any()
                    ? Edit.Set(root, $"{Mounts}[{other.First()}].mountPath", directory)
                    : Edit.Set(root, $"{Mounts}[+]", $"name: {YamlWriter.Text(name)}\nmountPath: {directory}\nsubPath: data")
            );
        }
        else if (mount["name"].Text != name && root.PathTo(mount) is { } path)
        {
            edits.Add(Edit.Set(root, $"{path}.name", YamlWriter.Text(name)));
        }

        return Mend.Of($"In postgres.deployment.yaml, mount a claim at {directory}.", edits);
    }

    /// <summary>What keeps the data in a folder of the volume.</summary>
    internal static Mend? Folder(Workload workload, Node mount)
    {
        const string Warning =
            "Where votes are on the volume already, move its content into that folder first: otherwise postgres begins anew.";
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
