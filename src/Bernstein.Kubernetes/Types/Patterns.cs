namespace Bernstein.Kubernetes.Types;

/// <summary>What names, addresses and other texts of the API look like.</summary>
internal static partial class Patterns
{
    private const string Names = @"[a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*";
    private const string Address4 = @"(25[0-5]|2[0-4]\d|1?\d?\d)(\.(25[0-5]|2[0-4]\d|1?\d?\d)){3}";
    private const string Address6 = "[0-9a-fA-F:]*:[0-9a-fA-F:.]*";

    [GeneratedRegex("^[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?$")]
    internal static partial Regex DnsLabel { get; }

    [GeneratedRegex("^[a-z]([-a-z0-9]{0,61}[a-z0-9])?$")]
    internal static partial Regex ServiceName { get; }

    [GeneratedRegex($@"^(\*\.)?(?=.{{1,253}}$){Names}$")]
    internal static partial Regex DnsName { get; }

    [GeneratedRegex("^(?=.*[a-z])(?!.*--)[a-z0-9]([-a-z0-9]{0,13}[a-z0-9])?$")]
    internal static partial Regex PortName { get; }

    [GeneratedRegex("^[-._a-zA-Z][-._a-zA-Z0-9]*$")]
    internal static partial Regex VariableName { get; }

    [GeneratedRegex($@"^({Address4}|{Address6})$")]
    internal static partial Regex Address { get; }

    [GeneratedRegex($@"^(None|{Address4}|{Address6})$")]
    internal static partial Regex AddressOrNone { get; }

    [GeneratedRegex($@"^({Address4}/([12]?\d|3[0-2])|{Address6}/\d{{1,3}})$")]
    internal static partial Regex AddressRange { get; }

    [GeneratedRegex(@"^(?!\.\.|\.$)[-._a-zA-Z0-9]{1,253}$")]
    internal static partial Regex DataKey { get; }

    [GeneratedRegex($@"^((?=[^/]{{1,253}}/){Names}/)?([A-Za-z0-9]([-A-Za-z0-9_.]{{0,61}}[A-Za-z0-9])?)$")]
    internal static partial Regex LabelKey { get; }

    [GeneratedRegex($@"^(?=.{{1,253}}$){Names}\.?$")]
    internal static partial Regex SearchDomain { get; }

    [GeneratedRegex(@"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[-+]\d\d:\d\d)$")]
    internal static partial Regex Time { get; }

    [GeneratedRegex("^/")]
    internal static partial Regex Absolute { get; }

    [GeneratedRegex(@"^\S(.*\S)?$")]
    internal static partial Regex Trimmed { get; }

    [GeneratedRegex("^(([A-Za-z0-9][-A-Za-z0-9_.]{0,61})?[A-Za-z0-9])?$")]
    internal static partial Regex LabelValue { get; }

    [GeneratedRegex("^[a-z0-9][-a-z0-9.]*/[-A-Za-z0-9/_.]+$")]
    internal static partial Regex WithDomain { get; }

    [GeneratedRegex($@"^(?=.{{1,63}}$){Names}$")]
    internal static partial Regex JobName { get; }

    [GeneratedRegex($@"^(?=.{{1,52}}$){Names}$")]
    internal static partial Regex CronJobName { get; }

    [GeneratedRegex($@"^(?!system-)(?=.{{1,253}}$){Names}$")]
    internal static partial Regex UserPriority { get; }

    [GeneratedRegex("^[0-9]+%$")]
    internal static partial Regex Percentage { get; }

    [GeneratedRegex("^[-A-Za-z0-9]+$")]
    internal static partial Regex HeaderName { get; }

    [GeneratedRegex(@"^(?=.{1,253}$)([a-z0-9]([-_a-z0-9]*[a-z0-9])?[./])*[a-z0-9]([-_a-z0-9]*[a-z0-9])?$")]
    internal static partial Regex SysctlName { get; }

    [GeneratedRegex("^[^/%]+$")]
    internal static partial Regex PathSegment { get; }
}
