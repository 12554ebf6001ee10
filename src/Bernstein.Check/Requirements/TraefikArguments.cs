namespace Bernstein.Check.Requirements;

/// <summary><c>wiring.traefik-arguments</c>: what Traefik is told, by its command line or by a configuration file.</summary>
internal static class TraefikArguments
{
    /// <summary>Something that Traefik must be told.</summary>
    /// <param name="IsFirst">Whether it is so in Traefik 1, or in later versions.</param>
    /// <param name="Options">The options that say it, the one of today first.</param>
    /// <param name="IsSaidBelow">Whether an option below one of them says it too, whatever its own value is.</param>
    /// <param name="Line">What a line of a configuration file looks like that says it.</param>
    /// <param name="Otherwise">What comes of it where nothing says it.</param>
    private sealed record Need(bool IsFirst, string[] Options, bool IsSaidBelow, string Line, string Otherwise);

    private const RegexOptions OfLines = RegexOptions.Multiline | RegexOptions.IgnoreCase | RegexOptions.NonBacktracking;

    private static readonly Need[] Needs =
    [
        new(true, ["api", "web"], false, @"^[ \t]*\[(api|web)\]", "the dashboard is not served"),
        new(true, ["kubernetes"], false, @"^[ \t]*\[kubernetes\]", "no Ingress is read"),
        new(false, ["api.insecure"], false, @"^[ \t]*insecure\s*[:=]\s*true", "the dashboard is not served"),
        new(false, ["providers.kubernetesingress"], true, @"kubernetesIngress\s*(\]|:)", "no Ingress is read"),
    ];

    internal static Verdict Arguments(Submission submission) =>
        Verdict.OfOne(
            submission.WorkloadOf(Component.Traefik),
            "there is no Traefik",
            workload => [.. Missing(submission, workload), .. Foreign(submission, workload)]
        );

    private static IEnumerable<Finding> Missing(Submission submission, Workload workload) =>
        from need in Unsaid(submission, workload, Written(workload), submission.TraefikMajor == 1)
        select workload.Container.RefusedNear(
            "args",
            $"--{need.Options[0]} is not among the arguments: {need.Otherwise}",
            () => Mended(submission, workload)
        );

    private static IEnumerable<Finding> Foreign(Submission submission, Workload workload) =>
        from item in submission.TraefikMajor is null ? [] : Written(workload)
        let owner = TraefikOptions.Owner(item.Text ?? "", submission.TraefikMajor ?? 0)
        where owner is not null
        select item.Refused(
            $"{item.Text} is an argument of {owner}, and Traefik {submission.TraefikMajor} refuses to start with it",
            () => Mended(submission, workload)
        );

    /// <summary>What makes Traefik the one that is asked for, and its arguments those of that version.</summary>
    internal static Mend Mended(Submission submission, Workload workload)
    {
        var foreign = Written(workload).Where(item => TraefikOptions.Owner(item.Text ?? "", 1) is not null).ToArray();
        var missing = Unsaid(submission, workload, Written(workload).Except(foreign), isFirst: true);
        return TraefikMends.Version(workload, foreign, missing.Select(need => need.Options[0]));
    }

    private static IEnumerable<Need> Unsaid(Submission submission, Workload workload, IEnumerable<Node> written, bool isFirst)
    {
        var arguments = written.Select(item => item.Text ?? "").ToArray();
        var configuration = Configuration(submission, workload);
        return from need in Needs
            where need.IsFirst == isFirst
            where
                !need.Options.Any(option => IsSaid(arguments, option, need.IsSaidBelow))
                && !Regex.IsMatch(configuration, need.Line, OfLines)
            select need;
    }

    /// <summary>What is written on the command line of a container.</summary>
    internal static IEnumerable<Node> Written(Workload workload) =>
        workload.Container["command"].Items.Concat(workload.Container["args"].Items);

    private static bool IsSaid(string[] arguments, string option, bool isSaidBelow) =>
        arguments.Any(argument =>
            argument.StartsWith($"--{option}=", StringComparison.OrdinalIgnoreCase)
                ? !argument.EndsWith("=false", StringComparison.OrdinalIgnoreCase)
                : argument.Equals($"--{option}", StringComparison.OrdinalIgnoreCase)
                    || (isSaidBelow && argument.StartsWith($"--{option}.", StringComparison.OrdinalIgnoreCase))
        );

    // A configuration file reaches Traefik through a ConfigMap that its container mounts.
    private static string Configuration(Submission submission, Workload workload)
    {
        var mounted = workload.Container["volumeMounts"].Items.Select(mount => mount["name"].Text).OfType<string>().ToHashSet();
        var texts =
            from volume in workload.Pod["volumes"].Items
            where volume["name"].Text is { } name && mounted.Contains(name)
            let found = submission.Manifests.Find("ConfigMap", workload.Manifest.Namespace, volume.At("configMap.name").Text ?? "")
            from entry in found?.Root["data"].Entries ?? []
            select entry.Value.Text;
        return string.Join('\n', texts);
    }
}
