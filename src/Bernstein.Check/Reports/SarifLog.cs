using System.Text.Json.Serialization;

namespace Bernstein.Check.Reports;

/// <summary>A file of SARIF 2.1.0 (https://docs.oasis-open.org/sarif/sarif/v2.1.0/), of which these are the parts that the report has.</summary>
internal sealed record SarifLog([property: JsonPropertyName("$schema")] string Schema, string Version, IReadOnlyList<SarifRun> Runs);

internal sealed record SarifRun(SarifTool Tool, IReadOnlyList<SarifInvocation> Invocations, IReadOnlyList<SarifResult> Results);

internal sealed record SarifTool(SarifDriver Driver);

internal sealed record SarifDriver(string Name, string SemanticVersion, IReadOnlyList<SarifRule> Rules);

internal sealed record SarifRule(
    string Id,
    SarifText ShortDescription,
    SarifText FullDescription,
    SarifText Help,
    string HelpUri,
    SarifLevel DefaultConfiguration
);

internal sealed record SarifLevel(string Level);

internal sealed record SarifInvocation(bool ExecutionSuccessful, IReadOnlyList<SarifNotification> ToolExecutionNotifications);

internal sealed record SarifNotification(string Level, SarifText Message, IReadOnlyList<SarifPlace> Locations);

internal sealed record SarifResult(
    string RuleId,
    int RuleIndex,
    string Level,
    SarifText Message,
    IReadOnlyList<SarifPlace> Locations,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] IReadOnlyList<SarifPlace>? RelatedLocations = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? BaselineState = null
);

internal sealed record SarifPlace(
    SarifPhysicalLocation PhysicalLocation,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] SarifText? Message = null
);

internal sealed record SarifPhysicalLocation(SarifAddress ArtifactLocation, SarifRegion Region);

internal sealed record SarifAddress(string Uri);

internal sealed record SarifRegion(int StartLine);

internal sealed record SarifText(string Text);
