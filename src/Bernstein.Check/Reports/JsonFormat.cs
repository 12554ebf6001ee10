using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Bernstein.Check.Reports;

/// <summary>How the reports for programs are written, worked out when the judge is compiled: a native program can't do it when it runs.</summary>
[JsonSerializable(typeof(JsonFolder[]))]
[JsonSerializable(typeof(SarifLog))]
internal sealed partial class JsonFormat : JsonSerializerContext
{
    /// <summary>In lines, and for readers that know UTF-8.</summary>
    internal static JsonFormat Indented { get; } =
        new(
            new JsonSerializerOptions
            {
                WriteIndented = true,
                NewLine = "\n",
                PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
                Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
            }
        );
}

/// <summary>An element of the report: one folder. Its version grows when a field changes its meaning or goes.</summary>
internal sealed record JsonFolder(
    int Version,
    string Folder,
    int Passed,
    int Failed,
    int NotJudged,
    string? Reason,
    IReadOnlyList<JsonRequirement> Requirements,
    IReadOnlyList<JsonRemark> Remarks,
    IReadOnlyList<string> Hints,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] JsonChanges? Since
);

/// <summary>A requirement and its verdict.</summary>
internal sealed record JsonRequirement(
    string Id,
    string Severity,
    string Status,
    string? Message,
    string? File,
    int? Line,
    string? Mend,
    IReadOnlyList<JsonEdit> Edits
);

/// <summary>A change of a file that mends it: of the object that begins at a line, what stands at a path.</summary>
internal sealed record JsonEdit(string Kind, string File, int Line, string Path, string Value);

/// <summary>What could not be judged.</summary>
internal sealed record JsonRemark(string File, int Line, string Message);

/// <summary>The identifiers of the requirements that are met otherwise than by an older hand-in, and of those that fail in both.</summary>
internal sealed record JsonChanges(
    string Folder,
    IReadOnlyList<string> Mended,
    IReadOnlyList<string> Broke,
    IReadOnlyList<string> Gone,
    IReadOnlyList<string> StillFails,
    IReadOnlyList<string> NotSeenBefore
);
