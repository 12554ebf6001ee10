namespace Bernstein.Check.Requirements;

/// <summary>Every requirement of the specification, in its order, and those of production.</summary>
public static class Catalogue
{
    /// <summary>The requirements of the specification, then those of wiring.</summary>
    public static IReadOnlyList<Requirement> All { get; } =
    [
        .. FileRequirements.All(),
        .. OfComponent(Component.Redis),
        .. OfComponent(Component.Postgres),
        .. OfComponent(Component.Poll),
        .. OfComponent(Component.Worker),
        .. OfComponent(Component.Result),
        .. OfComponent(Component.Traefik),
        .. OfComponent(Component.Cadvisor),
        EnvironmentRequirements.ConfigShared(),
        EnvironmentRequirements.ConfigCredentials(),
        ObjectRequirements.Schema(),
        ObjectRequirements.ScopeIsRight(),
        ReferenceRequirements.Selectors(),
        ReferenceRequirements.References(),
        AddressRequirements.RedisHost(),
        AddressRequirements.PostgresHost(),
        AddressRequirements.PostgresPort(),
        ClaimRequirement.Claim(),
        SecretEncoding.Encoding(),
        TraefikArguments.Arguments(),
        LifeRequirements.Rollout(),
        LifeRequirements.SingleWriter(),
        LifeRequirements.ControlPlane(),
        PostgresVolume.DataDirectoryIsEmpty(),
        VotesTableRequirement.VotesTable(),
        ObjectRequirements.IngressApi(),
        StickyRequirement.Sticky(),
    ];

    /// <summary>What is asked of a deployment that strangers vote with, beyond the specification.</summary>
    public static IReadOnlyList<Requirement> Production { get; } =
    [
        PodSecurityRequirement.PodSecurity(),
        NetworkPolicyRequirement.NetworkPolicy(),
        RightsRequirements.Rbac(),
        RightsRequirements.ServiceAccount(),
        DashboardRequirement.Dashboard(),
        ContainerRequirements.Images(),
        ContainerRequirements.Resources(),
        ContainerRequirements.Probes(),
        AvailabilityRequirement.Availability(),
        MetricsRequirement.Metrics(),
        BackupRequirement.Backup(),
    ];

    /// <summary>All that can be asked.</summary>
    public static IReadOnlyList<Requirement> WithProduction { get; } = [.. All, .. Production];

    private static IEnumerable<Requirement> OfComponent(Component component) =>
        [
            WorkloadRequirements.Image(component),
            WorkloadRequirements.Namespace(component),
            .. If(component == Component.Cadvisor, () => SpreadRequirements.EveryNode(component)),
            .. If(component.Replicas is not null, () => WorkloadRequirements.Replicas(component)),
            WorkloadRequirements.Restart(component),
            .. If(component.Memory is not null, () => WorkloadRequirements.Memory(component)),
            .. If(component.Ports.Count == 1, () => PortRequirements.Port(component)),
            .. If(component.Host is not null, () => RouteRequirements.Route(component)),
            .. If(
                component.Host is null && component != Component.Traefik && component != Component.Cadvisor,
                () => RouteRequirements.NotRouted(component)
            ),
            .. If(component == Component.Postgres, PostgresVolume.Volume),
            .. component == Component.Traefik ? OfTraefik() : [],
            .. EnvironmentRequirements.Of(component),
            .. If(component.Replicas == 2, () => SpreadRequirements.Spread(component)),
        ];

    private static IEnumerable<Requirement> OfTraefik() =>
        [
            TraefikRequirements.Authorization(),
            TraefikRequirements.Port("http", 80),
            TraefikRequirements.Port("dashboard", 8080),
            TraefikRequirements.NodePort("http", 30021, 80),
            TraefikRequirements.NodePort("dashboard", 30042, 8080),
        ];

    private static IEnumerable<Requirement> If(bool isAsked, Func<Requirement> requirement) => isAsked ? [requirement()] : [];
}
