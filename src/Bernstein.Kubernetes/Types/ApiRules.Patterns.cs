namespace Bernstein.Kubernetes.Types;

internal static partial class ApiRules
{
    [GeneratedRegex("^[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?$")]
    private static partial Regex DnsLabel();

    [GeneratedRegex("^[a-z]([-a-z0-9]{0,61}[a-z0-9])?$")]
    private static partial Regex ServiceName();

    [GeneratedRegex(@"^(\*\.)?(?=.{1,253}$)[a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$")]
    private static partial Regex DnsName();

    [GeneratedRegex("^(?=.*[a-z])(?!.*--)[a-z0-9]([-a-z0-9]{0,13}[a-z0-9])?$")]
    private static partial Regex PortName();

    [GeneratedRegex("^[-._a-zA-Z][-._a-zA-Z0-9]*$")]
    private static partial Regex VariableName();

    [GeneratedRegex(@"^((25[0-5]|2[0-4]\d|1?\d?\d)(\.(25[0-5]|2[0-4]\d|1?\d?\d)){3}|[0-9a-fA-F:]*:[0-9a-fA-F:.]*)$")]
    private static partial Regex Address();

    [GeneratedRegex(@"^(None|(25[0-5]|2[0-4]\d|1?\d?\d)(\.(25[0-5]|2[0-4]\d|1?\d?\d)){3}|[0-9a-fA-F:]*:[0-9a-fA-F:.]*)$")]
    private static partial Regex AddressOrNone();

    [GeneratedRegex(
        @"^((25[0-5]|2[0-4]\d|1?\d?\d)(\.(25[0-5]|2[0-4]\d|1?\d?\d)){3}/([12]?\d|3[0-2])|[0-9a-fA-F:]*:[0-9a-fA-F:.]*/\d{1,3})$"
    )]
    private static partial Regex AddressRange();

    [GeneratedRegex(@"^(?!\.\.|\.$)[-._a-zA-Z0-9]{1,253}$")]
    internal static partial Regex DataKey();

    [GeneratedRegex(
        @"^((?=[^/]{1,253}/)[a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*/)?([A-Za-z0-9]([-A-Za-z0-9_.]{0,61}[A-Za-z0-9])?)$"
    )]
    internal static partial Regex LabelKey();

    [GeneratedRegex(@"^(?=.{1,253}$)[a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*\.?$")]
    private static partial Regex SearchDomain();

    [GeneratedRegex(@"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[-+]\d\d:\d\d)$")]
    private static partial Regex Time();

    [GeneratedRegex("^/")]
    private static partial Regex Absolute();

    [GeneratedRegex(@"^\S(.*\S)?$")]
    private static partial Regex Trimmed();

    [GeneratedRegex("^(([A-Za-z0-9][-A-Za-z0-9_.]{0,61})?[A-Za-z0-9])?$")]
    private static partial Regex LabelValue();

    [GeneratedRegex("^[a-z0-9][-a-z0-9.]*/[-A-Za-z0-9/_.]+$")]
    private static partial Regex WithDomain();

    [GeneratedRegex(@"^(?=.{1,63}$)[a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$")]
    private static partial Regex JobName();

    [GeneratedRegex(@"^(?=.{1,52}$)[a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$")]
    private static partial Regex CronJobName();

    [GeneratedRegex(@"^(?!system-)(?=.{1,253}$)[a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$")]
    private static partial Regex UserPriority();

    [GeneratedRegex("^[0-9]+%$")]
    private static partial Regex Percentage();

    [GeneratedRegex("^[-A-Za-z0-9]+$")]
    private static partial Regex HeaderName();

    [GeneratedRegex(@"^(?=.{1,253}$)([a-z0-9]([-_a-z0-9]*[a-z0-9])?[./])*[a-z0-9]([-_a-z0-9]*[a-z0-9])?$")]
    private static partial Regex SysctlName();

    [GeneratedRegex("^[^/%]+$")]
    private static partial Regex PathSegment();
}
