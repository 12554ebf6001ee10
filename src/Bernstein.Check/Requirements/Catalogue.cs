using Bernstein.Check.Application;

namespace Bernstein.Check.Requirements;

/// <summary>Every requirement of the specification, in its order, and those of production.</summary>
public static class Catalogue
{
    /// <summary>The 88 letter requirements, then the 17 of wiring.</summary>
    public static IReadOnlyList<Requirement> All { get; } =
    [
        .. FileRequirements.All(),
        .. Letter(Component.Redis),
        .. Letter(Component.Postgres),
        .. Letter(Component.Poll),
        .. Letter(Component.Worker),
        .. Letter(Component.Result),
        .. Letter(Component.Traefik),
        .. Letter(Component.Cadvisor),
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

    private static IEnumerable<Requirement> Letter(Component component)
    {
        yield return WorkloadRequirements.Image(component);
        yield return WorkloadRequirements.Namespace(component);
        if (component == Component.Cadvisor)
        {
            yield return SpreadRequirements.EveryNode(component);
        }

        if (component.Replicas is not null)
        {
            yield return WorkloadRequirements.Replicas(component);
        }

        yield return WorkloadRequirements.Restart(component);
        if (component.Memory is not null)
        {
            yield return WorkloadRequirements.Memory(component);
        }

        if (component.Ports.Count == 1)
        {
            yield return PortRequirements.Port(component);
        }

        if (component.Host is not null)
        {
            yield return RouteRequirements.Route(component);
        }
        else if (component != Component.Traefik && component != Component.Cadvisor)
        {
            yield return RouteRequirements.NotRouted(component);
        }

        if (component == Component.Postgres)
        {
            yield return PostgresVolume.Volume();
        }

        if (component == Component.Traefik)
        {
            yield return TraefikRequirements.Authorization();
            yield return TraefikRequirements.Port("http", 80);
            yield return TraefikRequirements.Port("dashboard", 8080);
            yield return TraefikRequirements.NodePort("http", 30021, 80);
            yield return TraefikRequirements.NodePort("dashboard", 30042, 8080);
        }

        foreach (var requirement in EnvironmentRequirements.Of(component))
        {
            yield return requirement;
        }

        if (component.Replicas == 2)
        {
            yield return SpreadRequirements.Spread(component);
        }
    }
}
