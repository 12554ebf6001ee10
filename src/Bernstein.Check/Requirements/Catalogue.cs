namespace Bernstein.Check.Requirements;

/// <summary>Every requirement of the specification, in its order, and those of production.</summary>
public static class Catalogue
{
    /// <summary>The requirements of the specification, then those of wiring.</summary>
    public static IReadOnlyList<Requirement> All { get; } =
    [
        .. FlatFiles.Names.Select(name => new Requirement($"files.{name}", submission => FileRequirements.IsThere(submission, name))),
        .. Component.All.SelectMany(OfComponent),
        new("config.shared", EnvironmentRequirements.From(VariableSource.ConfigMap)),
        new("config.credentials", EnvironmentRequirements.From(VariableSource.Secret)),
        new("wiring.schema", ObjectRequirements.Schema) { IsForAnyManifests = true },
        new("wiring.scope", ObjectRequirements.ScopeIsRight) { IsForAnyManifests = true },
        new("wiring.selectors", ReferenceRequirements.Selectors),
        new("wiring.references", ReferenceRequirements.References),
        new("wiring.redis-host", AddressRequirements.Leads(Component.Redis, "REDIS_HOST")),
        new("wiring.postgres-host", AddressRequirements.Leads(Component.Postgres, "POSTGRES_HOST")),
        new("wiring.postgres-port", AddressRequirements.Leads(Component.Postgres, "POSTGRES_PORT")),
        new("wiring.claim", ClaimRequirement.Claim),
        new("wiring.secret-encoding", ObjectRequirements.SecretEncoding),
        new("wiring.traefik-arguments", TraefikArguments.Arguments),
        new("wiring.rollout", LifeRequirements.Rollout),
        ComponentRequirement.Where(Component.Postgres, "wiring.single-writer", LifeRequirements.SingleWriter),
        ComponentRequirement.Where(Component.Cadvisor, "wiring.control-plane", LifeRequirements.ControlPlane),
        new("wiring.data-directory", PostgresVolume.DataDirectoryIsEmpty),
        new("wiring.votes-table", VotesTableRequirement.VotesTable),
        new("wiring.ingress-api", ObjectRequirements.IngressApi) { IsForAnyManifests = true },
        new("wiring.sticky", StickyRequirement.Sticky),
    ];

    /// <summary>What is asked of a deployment that strangers vote with, beyond the specification.</summary>
    public static IReadOnlyList<Requirement> Production { get; } =
    [
        new("production.pod-security", PodRequirements.PodSecurity),
        new("production.network-policy", NetworkPolicyRequirement.NetworkPolicy),
        new("production.rbac", RightsRequirements.Rbac),
        new("production.service-account", RightsRequirements.ServiceAccount),
        ComponentRequirement.Where(Component.Traefik, "production.dashboard", DashboardRequirement.Dashboard),
        new("production.images", PodRequirements.Images),
        new("production.resources", PodRequirements.Resources),
        new("production.probes", PodRequirements.Probes),
        new("production.availability", AvailabilityRequirement.Availability),
        new("production.metrics", MetricsRequirement.Metrics),
        ComponentRequirement.Where(Component.Postgres, "production.backup", BackupRequirement.Backup),
    ];

    /// <summary>All that can be asked.</summary>
    public static IReadOnlyList<Requirement> WithProduction { get; } = [.. All, .. Production];

    private static IEnumerable<Requirement> OfComponent(Component component)
    {
        IEnumerable<Requirement> If(bool isAsked, string name, Offenders offenders) =>
            isAsked ? [ComponentRequirement.Of(component, name, offenders)] : [];

        var (isTraefik, isCadvisor) = (component == Component.Traefik, component == Component.Cadvisor);
        return
        [
            .. If(true, "image", WorkloadRequirements.Image),
            .. If(true, "namespace", WorkloadRequirements.Namespace),
            .. If(isCadvisor, "every-node", SpreadRequirements.EveryNode),
            .. If(component.Replicas is not null, "replicas", WorkloadRequirements.Replicas),
            .. If(true, "restart", WorkloadRequirements.Restart),
            .. If(component.Memory is not null, "memory", WorkloadRequirements.Memory),
            .. component.Ports is [var port] ? If(true, "port", PortRequirements.Exposes(port)) : [],
            .. component.Host is not null
                ? [new Requirement($"{component.Name}.route", submission => RouteRequirements.Route(submission, component))]
                : If(!isTraefik && !isCadvisor, "not-routed", RouteRequirements.NotRouted),
            .. If(component == Component.Postgres, "volume", PostgresVolume.Volume),
            .. If(isTraefik, "authorization", TraefikRequirements.Authorization),
            .. If(isTraefik, "port.http", PortRequirements.Exposes(80)),
            .. If(isTraefik, "port.dashboard", PortRequirements.Exposes(8080)),
            .. If(isTraefik, "node-port.http", PortRequirements.OnNodes(30021, 80)),
            .. If(isTraefik, "node-port.dashboard", PortRequirements.OnNodes(30042, 8080)),
            .. component.Variables.SelectMany(name => If(true, $"env.{name}", EnvironmentRequirements.Has(name))),
            .. If(component.Replicas == 2, "spread", SpreadRequirements.Spread),
        ];
    }
}
