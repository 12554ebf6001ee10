namespace Bernstein.Check.Requirements;

/// <summary><c>files.NAME</c>: the flat files themselves.</summary>
internal static class FileRequirements
{
    /// <summary>The flat files in the order in which they are applied.</summary>
    internal static IReadOnlyList<string> Names { get; } =
    [
        "cadvisor.daemonset.yaml",
        "postgres.secret.yaml", "postgres.configmap.yaml", "postgres.volume.yaml", "postgres.deployment.yaml", "postgres.service.yaml",
        "redis.configmap.yaml", "redis.deployment.yaml", "redis.service.yaml",
        "poll.deployment.yaml", "worker.deployment.yaml", "result.deployment.yaml", "poll.service.yaml", "result.service.yaml",
        "poll.ingress.yaml", "result.ingress.yaml",
        "traefik.rbac.yaml", "traefik.deployment.yaml", "traefik.service.yaml",
    ];

    internal static IEnumerable<Requirement> All() => Names.Select(name => new Requirement(
        $"files.{name}",
        Severity.Letter,
        $"The file {name} exists at the top of the folder.",
        "kubectl apply -f stops at the first file that is not there.",
        $"Put the objects that belong into it into a file {name} at the top of the folder.",
        submission => Judge(submission, name)));

    private static Verdict Judge(Submission submission, string name)
    {
        if (submission.Folder.File(name) is not null)
        {
            return Verdict.Pass;
        }

        var elsewhere = submission.Folder.Files.FirstOrDefault(file => file.Path.EndsWith("/" + name, StringComparison.Ordinal));
        return Verdict.Fail(elsewhere is null ? $"there is no file {name}" : $"{name} stands in a sub-folder: {elsewhere.Path}");
    }
}
