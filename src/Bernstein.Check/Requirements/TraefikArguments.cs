namespace Bernstein.Check.Requirements;

/// <summary><c>wiring.traefik-arguments</c>: what Traefik is told, by its command line or by a configuration file.</summary>
internal static partial class TraefikArguments
{
    /// <summary>Something that Traefik must be told.</summary>
    /// <param name="IsFirst">Whether it is so in Traefik 1, or in later versions.</param>
    /// <param name="Options">The options that say it, the one of today first.</param>
    /// <param name="IsSaidBelow">Whether an option below one of them says it too, whatever its own value is.</param>
    /// <param name="Line">What a line of a configuration file looks like that says it.</param>
    /// <param name="Otherwise">What comes of it where nothing says it.</param>
    private sealed record Need(bool IsFirst, string[] Options, bool IsSaidBelow, Regex Line, string Otherwise);

    private static readonly Need[] Needs =
    [
        new(true, ["api", "web"], false, FirstDashboard(), "the dashboard is not served"),
        new(true, ["kubernetes"], false, FirstKubernetes(), "no Ingress is read"),
        new(false, ["api.insecure"], false, LaterDashboard(), "the dashboard is not served"),
        new(false, ["providers.kubernetesingress"], true, LaterKubernetes(), "no Ingress is read"),
    ];

    internal static Requirement Arguments() =>
        new(
            "wiring.traefik-arguments",
            Severity.Wiring,
            "Traefik has the arguments that serve its dashboard and read Kubernetes, and none of another major version.",
            "The dashboard does not answer, no route is known, or Traefik exits immediately.",
            "Add the args --api and --kubernetes (Traefik 1), or --api.insecure and --providers.kubernetesingress (Traefik 2 and later), and remove those of another major version.",
            submission =>
                submission.WorkloadOf(Component.Traefik) is { } workload
                    ? Verdict.Of(Missing(submission, workload).Concat(Foreign(submission, workload)))
                    : Verdict.NotJudged("there is no Traefik")
        );

    private static IEnumerable<Finding> Missing(Submission submission, Workload workload)
    {
        var arguments = Written(workload).Select(item => item.Text ?? "").ToArray();
        var configuration = Configuration(submission, workload);
        var place = (workload.Container["args"].IsSet ? workload.Container["args"] : workload.Container).Location;
        return from need in Unsaid(arguments, configuration, submission.TraefikMajor == 1)
            select new Finding($"--{need.Options[0]} is not among the arguments: {need.Otherwise}", place)
            {
                MendBy = () => Mended(submission, workload),
            };
    }

    private static IEnumerable<Need> Unsaid(string[] arguments, string configuration, bool isFirst) =>
        from need in Needs
        where need.IsFirst == isFirst
        where !need.Options.Any(option => IsSaid(arguments, option, need.IsSaidBelow)) && !need.Line.IsMatch(configuration)
        select need;

    /// <summary>What makes Traefik the one that is asked for, and its arguments those of that version.</summary>
    internal static Mend Mended(Submission submission, Workload workload)
    {
        var foreign = Written(workload).Where(item => TraefikOptions.Owner(item.Text ?? "", 1) is not null).ToArray();
        var kept = Written(workload).Except(foreign).Select(item => item.Text ?? "").ToArray();
        return TraefikMends.Version(
            workload,
            foreign,
            Unsaid(kept, Configuration(submission, workload), isFirst: true).Select(need => need.Options[0])
        );
    }

    private static IEnumerable<Finding> Foreign(Submission submission, Workload workload) =>
        submission.TraefikMajor is { } major
            ? from item in Written(workload)
            let owner = TraefikOptions.Owner(item.Text ?? "", major)
            where owner is not null
            select new Finding($"{item.Text} is an argument of {owner}, and Traefik {major} refuses to start with it", item.Location)
            {
                MendBy = () => Mended(submission, workload),
            }
            : [];

    private static IEnumerable<Node> Written(Workload workload) =>
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

    [GeneratedRegex(@"^[ \t]*\[(api|web)\]", RegexOptions.Multiline | RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex FirstDashboard();

    [GeneratedRegex(@"^[ \t]*\[kubernetes\]", RegexOptions.Multiline | RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex FirstKubernetes();

    [GeneratedRegex(@"^[ \t]*insecure\s*[:=]\s*true", RegexOptions.Multiline | RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex LaterDashboard();

    [GeneratedRegex(@"kubernetesIngress\s*(\]|:)", RegexOptions.Multiline | RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex LaterKubernetes();
}
