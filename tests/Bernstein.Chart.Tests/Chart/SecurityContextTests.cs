using System.Runtime.Versioning;
using Bernstein.Chart.Tests.Harness;
using Bernstein.Kubernetes.Objects;
using Bernstein.Kubernetes.Yaml;
using NUnit.Framework;
using Shouldly;

namespace Bernstein.Chart.Tests.Chart;

/// <summary>What the pods may do, at each level of podSecurity.</summary>
public sealed class SecurityContextTests
{
    private const string Root = "root, or the image's own";

    [Test]
    public void By_default_a_container_has_what_its_image_needs_and_no_more() =>
        Contexts("{}")
            .ShouldBe([
                $"cadvisor of DaemonSet cadvisor: {Root} + DAC_OVERRIDE, read-only",
                $"poll of Deployment poll: {Root} + CHOWN DAC_OVERRIDE FOWNER SETGID SETUID KILL NET_BIND_SERVICE, writable",
                $"postgres of Deployment postgres: {Root} + CHOWN DAC_OVERRIDE FOWNER SETGID SETUID, read-only",
                "redis of Deployment redis: 999, read-only",
                $"result of Deployment result: {Root} + CHOWN DAC_OVERRIDE FOWNER SETGID SETUID KILL NET_BIND_SERVICE, writable",
                "test of Pod bernstein-test: 999, read-only",
                $"traefik of Deployment traefik: {Root} + NET_BIND_SERVICE, read-only",
                "votes-table of Deployment worker: 999, read-only",
                "votes-table of Job votes-table: 999, read-only",
                "watch of Deployment worker: 999, read-only",
                $"worker of Deployment worker: {Root} + CHOWN DAC_OVERRIDE FOWNER SETGID SETUID KILL, writable",
            ]);

    [Test]
    public void Restricted_no_container_but_cadvisor_is_root_or_writes_to_its_image() =>
        Contexts("{podSecurity: restricted, poll: {canary: {image: 'poll:next'}}, redis: {volume: {enabled: true}}}")
            .ShouldBe([
                $"cadvisor of DaemonSet cadvisor: {Root} + DAC_OVERRIDE, read-only",
                "poll of Deployment poll-canary: 10001, read-only",
                "poll of Deployment poll: 10001, read-only",
                "postgres of Deployment postgres: 999, read-only",
                "redis of Deployment redis: 999, read-only",
                "result of Deployment result: 10001, read-only",
                "test of Pod bernstein-test: 999, read-only",
                "traefik of Deployment traefik: 65532, read-only",
                "votes-table of Deployment worker: 999, read-only",
                "votes-table of Job votes-table: 999, read-only",
                "watch of Deployment worker: 999, read-only",
                "worker of Deployment worker: 10001, read-only",
            ]);

    /// <summary>Where a class knows no fsGroup, a new volume belongs to root.</summary>
    [Test]
    public void A_redis_with_a_volume_begins_as_root_unless_no_pod_may() =>
        Contexts("redis: {volume: {enabled: true}}")
            .ShouldContain($"redis of Deployment redis: {Root} + CHOWN DAC_OVERRIDE FOWNER SETGID SETUID, read-only");

    [TestCase("{}", "redis 999, votes-table 999, test 999")]
    [TestCase("redis: {volume: {enabled: true}}", "votes-table 999, test 999")]
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
    [TestCase("{}", "postgres: /tmp /var/run/postgresql")]
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

    /// <summary>A file that root made, when an older release or another level ran there, is taken by whoever comes after.</summary>
    [Platform("Linux")]
    [SupportedOSPlatform("linux")]
    [TestCase("-rw-r--r--", true)]
    [TestCase("-r--r--r--", true)]
    [TestCase("", true)]
    [TestCase("", false)]
    public void A_volume_is_locked_by_whoever_may_read_its_lock(string mode, bool mayWrite)
    {
        using var volume = new TemporaryFolder();
        var isThere = mode.Length > 0;
        if (isThere)
        {
            File.WriteAllText(volume.In("lock"), "");
            var read = UnixFileMode.UserRead | UnixFileMode.GroupRead | UnixFileMode.OtherRead;
            File.SetUnixFileMode(volume.In("lock"), mode.Contains('w') ? read | UnixFileMode.UserWrite : read);
        }

        var all = UnixFileMode.UserRead | UnixFileMode.UserExecute | UnixFileMode.OtherRead | UnixFileMode.OtherExecute;
        File.SetUnixFileMode(
            volume.Path,
            mayWrite ? all | UnixFileMode.UserWrite | (isThere ? UnixFileMode.None : UnixFileMode.OtherWrite) : all
        );
        var script = Workloads("{podSecurity: restricted, redis: {volume: {enabled: true}}}")
            .Single(workload => workload.Manifest.Name == "redis")
            .Container.At("args[0]")
            .Text!.Replace("/data", volume.Path);
        // What the image brings: here another one asks for the lock while the server runs, and does not get it.
        using var image = new TemporaryFolder();
        File.SetUnixFileMode(image.Path, all | UnixFileMode.UserWrite);
        Program("redis-server", "");
        Program("docker-entrypoint.sh", $"flock --nonblock {volume.Path}/lock true && echo free || echo held");
        string[] shell = ["env", $"PATH={image.Path}:{SearchPath.OfThisTest}", "MEMORY_LIMIT=1000", "sh", "-ec", script];
        // As root of this machine every file can be written.
        string[] line = Environment.UserName == "root" ? ["setpriv", "--reuid=65534", "--regid=65534", "--clear-groups", .. shell] : shell;
        var result = new Command(line[0], line[1..]).TryRun();
        if (mayWrite)
        {
            (result.ExitCode, result.Output, result.Error).ShouldBe((0, "held\n", ""));
        }
        else
        {
            result.ExitCode.ShouldBe(1);
            result.Error.ShouldContain($"can't write to the volume at {volume.Path}: give its folder to that user (chown)");
        }

        void Program(string name, string text)
        {
            File.WriteAllText(image.In(name), $"#!/bin/sh\n{text}\n");
            File.SetUnixFileMode(image.In(name), all | UnixFileMode.UserWrite);
        }
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

    private static Workload[] Workloads(string values) =>
        [.. BernsteinChart.Manifests(new ChartOptions { Values = values }).Objects.Select(Workload.Of).OfType<Workload>()];
}
