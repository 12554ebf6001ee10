namespace Bernstein.Chart.Tests.Chart;

/// <summary>What the containers may do at each level of podSecurity: the cases in SecurityContexts, with a line for each container.</summary>
public sealed class SecurityContextTests
{
    private static IEnumerable<TestCaseData> Cases => CaseFile.In("Bernstein.Chart.Tests", "Chart", "SecurityContexts");

    [TestCaseSource(nameof(Cases))]
    public void A_container_may_do_what_is_written(Node asked) =>
        BernsteinChart
            .Containers(asked["values"].Text!)
            .Select(found =>
                $"{found.Container["name"].Text} of {found.Workload.Manifest.Kind} {Component(found.Workload)}: {Told(found.Workload, found.Container)}"
            )
            .Order(StringComparer.Ordinal)
            .ShouldBe(asked["containers"].Texts());

    private static string? Component(Workload workload) =>
        workload.Manifest.Kind == "Job" ? workload.Labels["app.kubernetes.io/name"].Text : workload.Manifest.Name;

    // What it lacks of what restricted asks for; its user, what it may do all the same, where it may write, and what the pod is given.
    private static string Told(Workload workload, Node container)
    {
        var (pod, context) = (workload.Pod["securityContext"], container["securityContext"]);
        if (!pod.IsSet && !context.IsSet)
        {
            return "nothing is said";
        }

        var lacking = string.Join(' ', Lacking(pod, context));
        var written = string.Join(' ', Written(workload, container));
        string?[] told =
        [
            lacking.Length > 0 ? $"lacks {lacking}" : null,
            context["runAsUser"].Text ?? "root or the image's own",
            .. context.At("capabilities.add").Items.Select(item => $"+ {item.Text}"),
            context["readOnlyRootFilesystem"].Text == "true" ? "read-only" : "writes to its image",
            written.Length > 0 ? $"writes to {written}" : null,
            pod["fsGroup"].IsSet ? $"volumes of {pod["fsGroup"].Text}" : null,
            .. pod["sysctls"].Items.Select(setting => $"{setting["name"].Text}={setting["value"].Text}"),
        ];
        return string.Join(", ", told.OfType<string>());
    }

    private static IEnumerable<string> Lacking(Node pod, Node context) =>
        new (string Name, bool IsThere)[]
        {
            ("seccomp", pod.At("seccompProfile.type").Text == "RuntimeDefault"),
            ("allowPrivilegeEscalation", context["allowPrivilegeEscalation"].Text == "false"),
            ("drop", context.At("capabilities.drop").Items.Select(item => item.Text).SequenceEqual(["ALL"])),
            ("runAsNonRoot", (context["runAsUser"].Number > 0) == (context["runAsNonRoot"].Text == "true")),
            ("runAsGroup", context["runAsUser"].Text == context["runAsGroup"].Text),
            ("unprivileged", !context["privileged"].IsSet),
        }
            .Where(asked => !asked.IsThere)
            .Select(asked => asked.Name);

    private static IEnumerable<string?> Written(Workload workload, Node container) =>
        from mount in container["volumeMounts"].Items
        where mount["name"].Text is "tmp" or "run" && mount["readOnly"].Text != "true"
        where workload.Pod["volumes"].Items.Single(volume => volume["name"].Text == mount["name"].Text)["emptyDir"].IsSet
        select mount["mountPath"].Text;
}
