namespace Bernstein.Check.Requirements;

/// <summary><c>wiring.traefik-arguments</c>: what Traefik is told, by its command line or by a configuration file.</summary>
internal static class TraefikArguments
{
    private const RegexOptions OfLines = RegexOptions.Multiline | RegexOptions.IgnoreCase | RegexOptions.NonBacktracking;

    private static readonly Lazy<Node> Table = new(() => Resource.Root("traefik.yaml"));

    internal static Verdict Arguments(Submission submission) =>
        Verdict.OfEach(
            submission.Parts(Component.Traefik),
            "there is no Traefik",
            part => [.. Missing(submission, part.Workload), .. Foreign(submission, part.Workload)]
        );

    private static IEnumerable<Finding> Missing(Submission submission, Workload workload) =>
        from need in Unsaid(submission, workload, Written(workload), submission.TraefikMajor == 1)
        select workload
            .Container.Nearest("args")
            .Refused($"--{Option(need)} is not among the arguments: {need["otherwise"].Text}", () => Mended(submission, workload));

    private static IEnumerable<Finding> Foreign(Submission submission, Workload workload) =>
        from item in submission.TraefikMajor is null ? [] : Written(workload)
        let owner = Owner(item, submission.TraefikMajor ?? 0)
        where owner is not null
        select item.Refused(
            $"{item.Text} is an argument of {owner}, and Traefik {submission.TraefikMajor} refuses to start with it",
            () => Mended(submission, workload)
        );

    /// <summary>What makes Traefik the one that is asked for, and its arguments those of that version.</summary>
    internal static Mend Mended(Submission submission, Workload workload)
    {
        var foreign = Written(workload).Where(item => Owner(item, 1) is not null).ToArray();
        var missing = Unsaid(submission, workload, Written(workload).Except(foreign), isFirst: true);
        return TraefikMends.Version(workload, foreign, missing.Select(Option));
    }

    /// <summary>What is written on the command line of a container.</summary>
    internal static IEnumerable<Node> Written(Workload workload) =>
        workload.Container["command"].Items.Concat(workload.Container["args"].Items);

    /// <summary>The same as text.</summary>
    internal static IEnumerable<string> Texts(Workload workload) => Written(workload).Select(item => item.Text ?? "");

    private static string Option(Node need) => need["options"].Texts()[0];

    private static IEnumerable<Node> Unsaid(Submission submission, Workload workload, IEnumerable<Node> written, bool isFirst)
    {
        var arguments = written.Select(item => item.Text ?? "").ToArray();
        var configuration = Configuration(submission, workload);
        return from need in Table.Value["needs"].Items
            where (need["version"].Number == 1) == isFirst
            let options = need["options"].Texts()
            where !arguments.Any(argument => options.Any(option => IsSaid(argument, option, need["below"].Boolean == true)))
            where !Regex.IsMatch(configuration, need["line"].Text!, OfLines)
            select need;
    }

    private static bool IsSaid(string argument, string option, bool isSaidBelow) =>
        argument.StartsWith($"--{option}=", StringComparison.OrdinalIgnoreCase)
            ? !argument.EndsWith("=false", StringComparison.OrdinalIgnoreCase)
            : argument.Equals($"--{option}", StringComparison.OrdinalIgnoreCase)
                || (isSaidBelow && argument.StartsWith($"--{option}.", StringComparison.OrdinalIgnoreCase));

    // The versions that know an argument where a version does not: Traefik 2 and later. Null where it knows it too.
    private static string? Owner(Node argument, int major)
    {
        if (argument.Text is not ['-', '-', .. var written])
        {
            return null;
        }

        var option = written.Split('=')[0].ToLowerInvariant();
        var known =
            from row in Table.Value["options"].Items
            from name in row["names"].Texts()
            where option == name || option.StartsWith(name.TrimEnd('.') + ".", StringComparison.Ordinal)
            orderby name.Length descending
            select (First: row["first"].Number, Last: row["last"].Number);
        return known.FirstOrDefault() is not ({ } first, var last) || (major >= first && !(major > last)) ? null
            : first == last ? $"Traefik {first}"
            : last is null ? $"Traefik {first} and later"
            : $"Traefik {first} and {last}";
    }

    // A configuration file reaches Traefik through a ConfigMap that its container mounts.
    private static string Configuration(Submission submission, Workload workload)
    {
        var texts =
            from mount in workload.Container["volumeMounts"].Items
            from volume in workload.Pod["volumes"].Items
            where volume["name"].Text is { } name && name == mount["name"].Text
            let found = submission.Manifests.Find("ConfigMap", workload.Manifest.Namespace, volume.At("configMap.name").Text ?? "")
            from entry in found?.Root["data"].Entries ?? []
            select entry.Value.Text;
        return string.Join('\n', texts);
    }
}
