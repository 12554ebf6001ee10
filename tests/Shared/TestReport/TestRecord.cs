using NUnit.Framework.Interfaces;

namespace Bernstein.TestReport;

/// <summary>What became of one test.</summary>
/// <param name="Class">Its class, without the name of the project.</param>
/// <param name="Name">Its name, with its arguments.</param>
/// <param name="Outcome">Passed, Failed, Skipped, Inconclusive or Warning.</param>
/// <param name="Seconds">How long it took, with all that it waited for.</param>
/// <param name="Message">Why it failed or was skipped; empty for the others.</param>
/// <param name="Arguments">Its arguments, as they show themselves.</param>
/// <param name="Notes">What it noted, by the keys of <see cref="Note"/>.</param>
internal sealed record TestRecord(
    string Class,
    string Name,
    string Outcome,
    double Seconds,
    string Message,
    IReadOnlyList<string> Arguments,
    IReadOnlyDictionary<string, string> Notes
)
{
    /// <summary>Takes it from what NUnit keeps.</summary>
    internal static TestRecord Of(ITestResult result) =>
        new(
            result.Test.ClassName?.Split('.')[^1] ?? "",
            result.Name,
            $"{result.ResultState.Status}",
            result.Duration,
            result.Message ?? "",
            [.. result.Test.Arguments.Select(argument => $"{argument}")],
            result
                .Test.Properties.Keys.Where(key => key.StartsWith("bernstein.", StringComparison.Ordinal))
                .ToDictionary(key => key, key => $"{result.Test.Properties.Get(key)}")
        );

    /// <summary>Whether it noted something under a key.</summary>
    internal bool Has(string key) => Notes.ContainsKey(key);

    /// <summary>A number that it noted.</summary>
    internal int Number(string key) => int.Parse(Notes[key], System.Globalization.CultureInfo.InvariantCulture);
}
