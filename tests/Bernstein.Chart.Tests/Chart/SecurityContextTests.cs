namespace Bernstein.Chart.Tests.Chart;

/// <summary>What the pods may do, at each level of podSecurity.</summary>
public sealed class SecurityContextTests
{
    private const string Root = "root, or the image's own";

    [Test]
    public void By_default_nothing_is_said_as_in_the_specification() =>
        Workloads("{}")
            .SelectMany(workload => workload.Containers.Append(workload.Pod))
            .Where(found => found["securityContext"].IsSet)
            .ShouldBeEmpty();

    [Test]
    public void At_baseline_every_container_keeps_to_the_runtimes_system_calls_and_gains_no_privilege() =>
        Contexts("{podSecurity: baseline, guards: {enabled: true}, redis: {volume: {enabled: true}}}")
            .Where(context => !context.EndsWith(": lacks drop", StringComparison.Ordinal))
            .ShouldBeEmpty();

    [Test]
    public void Restricted_no_container_but_cadvisor_is_root_or_writes_to_its_image() =>
        Contexts(
                "{podSecurity: restricted, guards: {enabled: true}, poll: {canary: {image: 'poll:next'}}, redis: {volume: {enabled: true}}}"
            )
            .ShouldBe([
                $"cadvisor of DaemonSet cadvisor: {Root} + DAC_OVERRIDE, read-only",
                "haproxy of Deployment result: 99, read-only",
                "haproxy of Deployment worker: 99, read-only",
                "poll of Deployment poll-canary: 10001, read-only",
                "poll of Deployment poll: 10001, read-only",
                "postgres of Deployment postgres: 999, read-only",
                "redis of Deployment redis: 999, read-only",
                "result of Deployment result: 10001, read-only",
                "test of Pod bernstein-test: 999, read-only",
                "traefik of Deployment traefik: 65532, read-only",
                "votes-table of Deployment worker: 999, read-only",
                "votes-table of Job votes-table: 999, read-only",
                "worker of Deployment worker: 10001, read-only",
            ]);

    [TestCase("podSecurity: restricted", "postgres 999, redis 999, votes-table 999, test 999")]
    public void A_volume_belongs_to_the_user_who_writes_to_it(string values, string expected) =>
        Workloads(values)
            .Where(workload => workload.Pod.At("securityContext.fsGroup").IsSet)
            .Select(workload => $"{workload.Labels["app.kubernetes.io/name"].Text} {workload.Pod.At("securityContext.fsGroup").Number}")
            .Order()
            .ShouldBe(expected.Split(", ").Order());

    [TestCase("{}", "")]
    [TestCase("{podSecurity: restricted, poll: {canary: {image: 'poll:next'}}}", "poll, poll-canary, result, traefik")]
    public void Whoever_is_not_root_has_port_80_by_a_setting_of_the_pod(string values, string expected)
    {
        var with = Workloads(values).Where(workload => workload.Pod.At("securityContext.sysctls").IsSet).ToArray();
        string.Join(", ", with.Select(workload => workload.Labels["app.kubernetes.io/name"].Text).Order()).ShouldBe(expected);
        with.ShouldAllBe(workload =>
            workload.Pod.At("securityContext.sysctls").Items.Count == 1
            && workload.Pod.At("securityContext.sysctls[0].name").Text == "net.ipv4.ip_unprivileged_port_start"
            && workload.Pod.At("securityContext.sysctls[0].value").Text == "0"
        );
        // Whoever listens there and is not root is among them.
        Workloads(values)
            .Where(workload => workload.Containers.Any(Listens) && workload.Containers.Any(IsNotRoot))
            .Select(workload => workload.Manifest.Name)
            .Except(with.Select(workload => workload.Manifest.Name))
            .ShouldBeEmpty();

        static bool Listens(Node container) => container["ports"].Items.Any(port => port["containerPort"].Number < 1024);
        static bool IsNotRoot(Node container) => container.At("securityContext.runAsNonRoot").Text == "true";
    }

    /// <summary>The images of poll, worker and result, and that of postgres for its socket and for a user that it does not know.</summary>
    [TestCase("{}", "")]
    [TestCase("podSecurity: restricted", "poll: /tmp|postgres: /tmp /var/run/postgresql|result: /tmp|worker: /tmp")]
    public void Where_the_root_is_read_only_what_is_written_has_a_folder(string values, string expected) =>
        string.Join(
                '|',
                from workload in Workloads(values)
                from container in workload.Containers
                let folders = container["volumeMounts"]
                    .Items.Where(mount => mount["name"].Text is "tmp" or "run" && mount["readOnly"].Text != "true")
                    .Where(mount =>
                        workload.Pod["volumes"].Items.Single(volume => volume["name"].Text == mount["name"].Text)["emptyDir"].IsSet
                    )
                    .Select(mount => mount["mountPath"].Text!)
                    .Order(StringComparer.Ordinal)
                    .ToArray()
                where folders.Length > 0
                orderby container["name"].Text
                select $"{container["name"].Text}: {string.Join(' ', folders)}"
            )
            .ShouldBe(expected);

    /// <summary>
    /// Another one that asks for the lock while the server runs does not get it. Where there is none to be had, the volume is named, and the mend: its folder is
    /// another user's, or another pod does not let go.
    /// </summary>
    [Platform("Linux")]
    [TestCase("free", 0, "held\n", "")]
    [TestCase("taken", 1, "", "No lock on {0}: delete the other pod, or take a storage class with file locks\n")]
    [TestCase("foreign", 2, "", "{0}/lock: Permission denied\n")]
    public void A_server_starts_with_a_lock_on_its_volume(string state, int exitCode, string output, string error)
    {
        using var volume = new TemporaryFolder();
        volume.Write("lock", "");
        volume.Allow("", "705");
        // As root another user is taken below, because root may write every file.
        volume.Allow("lock", state == "foreign" ? "505" : "707");
        var command = Workloads("{redis: {volume: {enabled: true}}}").Single(workload => workload.Manifest.Name == "redis").Container[
            "command"
        ];
        var script = command[2]
            .Text!.Replace("/data", volume.Path, StringComparison.Ordinal)
            .Replace("timeout 120", "timeout 0.2", StringComparison.Ordinal)
            .Replace(
                "exec docker-entrypoint.sh \"$@\"",
                $"exec sh -c 'flock --nonblock {volume.Path}/lock true && echo free || echo held'",
                StringComparison.Ordinal
            );
        var whole =
            state == "taken"
                ? $"exec 8>>{volume.Path}/lock; flock 8; sh -ec '{script.Replace("'", "'\\''", StringComparison.Ordinal)}' 8>&-"
                : script;
        var result = AsAnOrdinaryUser(["sh", "-ec", whole]);
        (result.ExitCode, result.Output).ShouldBe((exitCode, output), result.Error);
        result.Error.ShouldEndWith(string.Format(System.Globalization.CultureInfo.InvariantCulture, error, volume.Path));
    }

    private static CommandResult AsAnOrdinaryUser(string[] shell)
    {
        string[] line = Environment.UserName == "root" ? ["setpriv", "--reuid=65534", "--regid=65534", "--clear-groups", .. shell] : shell;
        return new Command(line[0], line[1..])
        {
            // Where they really are: the other user need not be let into the folder of this clone.
            Environment = new Dictionary<string, string>
            {
                ["PATH"] = string.Join(
                    Path.PathSeparator,
                    new[] { "sh", "flock", "timeout" }.Select(name => Path.GetDirectoryName(SearchPath.Find(name).First())).Distinct()
                ),
            },
        }.TryRun();
    }

    private static string[] Contexts(string values) =>
        [
            .. (
                from workload in Workloads(values)
                from container in workload.Containers
                select $"{container["name"].Text} of {workload.Manifest}: {Context(workload, container)}".Replace(
                    $"{workload.Manifest.Name}:",
                    workload.Manifest.Kind == "Job" ? "votes-table:" : $"{workload.Manifest.Name}:"
                )
            ).Order(StringComparer.Ordinal),
        ];

    // What every container has, or else what it lacks of it; then its user, its capabilities and its root file system.
    private static string Context(Workload workload, Node container)
    {
        var context = container["securityContext"];
        string[] lacking =
        [
            .. workload.Pod.At("securityContext.seccompProfile.type").Text == "RuntimeDefault" ? Array.Empty<string>() : ["seccomp"],
            .. context["allowPrivilegeEscalation"].Text == "false" ? Array.Empty<string>() : ["allowPrivilegeEscalation"],
            .. context.At("capabilities.drop").Items.Select(item => item.Text).SequenceEqual(["ALL"]) ? Array.Empty<string>() : ["drop"],
            .. (context["runAsUser"].Number > 0) == (context["runAsNonRoot"].Text == "true") ? Array.Empty<string>() : ["runAsNonRoot"],
            .. context["runAsUser"].Text == context["runAsGroup"].Text ? Array.Empty<string>() : ["runAsGroup"],
            .. context["privileged"].IsSet ? ["privileged"] : Array.Empty<string>(),
        ];
        if (lacking.Length > 0)
        {
            return $"lacks {string.Join(' ', lacking)}";
        }

        var added = string.Join(' ', context.At("capabilities.add").Items.Select(item => item.Text));
        return $"{context["runAsUser"].Text ?? Root}{(added.Length > 0 ? $" + {added}" : "")}, "
            + (context["readOnlyRootFilesystem"].Text == "true" ? "read-only" : "writable");
    }

    private static Workload[] Workloads(string values) => BernsteinChart.Workloads(new ChartOptions { Values = values });
}
