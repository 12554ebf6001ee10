namespace Bernstein.Kubernetes.Rules;

/// <summary>What the API server demands of containers, as the one of 1.24 answered (Oracle, in the tests); where it has them: validateContainers of pkg/apis/core/validation of Kubernetes.</summary>
internal static class ContainerRules
{
    internal static Rule[] All { get; } = [MountsAreDifferent, OneSuccessIsEnough, ReadinessEndsNothing, PropagationOfPrivileged];

    /// <summary>validateHandler.</summary>
    internal static Rule OneHandler { get; } = UnionRules.ExactlyOne("handler", "exec", "httpGet", "tcpSocket", "sleep");

    /// <summary>ValidateSecurityContext.</summary>
    internal static IEnumerable<Finding> PrivilegesCanEscalate(Node security)
    {
        var what =
            security["allowPrivilegeEscalation"].Boolean != false ? null
            : security["privileged"].Boolean == true ? "is privileged"
            : security.At("capabilities.add").Items.Any(capability => capability.Text == "CAP_SYS_ADMIN") ? "adds CAP_SYS_ADMIN"
            : null;
        return security.RefusedIf(what is not null, () => $"{security} {what} and has allowPrivilegeEscalation: false; remove one of them");
    }

    // ValidateVolumeMounts.
    private static IEnumerable<Finding> MountsAreDifferent(Node container) =>
        UnionRules.EachOnce(container["volumeMounts"].Items.Select(mount => mount["mountPath"]), container, "mounts", "mountPath");

    // validateLivenessProbe and validateStartupProbe.
    private static IEnumerable<Finding> OneSuccessIsEnough(Node container) =>
        from probe in new[] { "livenessProbe", "startupProbe" }
        let threshold = container[probe]["successThreshold"]
        where threshold.Number is not (null or 0 or 1)
        select threshold.Refused(
            $"{container}.{probe}.successThreshold is {threshold.Text}; asked for is 1",
            () => container.ToWrite($"{probe}.successThreshold", "1")
        );

    // validateReadinessProbe.
    private static IEnumerable<Finding> ReadinessEndsNothing(Node container) =>
        container.RemovedIf(
            "readinessProbe.terminationGracePeriodSeconds",
            container["readinessProbe"]["terminationGracePeriodSeconds"].IsSet,
            () => $"{container}.readinessProbe has terminationGracePeriodSeconds, which has no effect; remove it"
        );

    // validateMountPropagation.
    private static IEnumerable<Finding> PropagationOfPrivileged(Node container) =>
        from mount in container["volumeMounts"].Items
        where mount["mountPropagation"].Text == "Bidirectional" && container.At("securityContext.privileged").Boolean != true
        select mount.Refused($"{container} mounts with mountPropagation Bidirectional and is not privileged; remove mountPropagation");
}
