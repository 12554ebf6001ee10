namespace Bernstein.Check.Tests.Reports;

/// <summary>A report of samples, as it is written.</summary>
internal static class WrittenReport
{
    internal const string Markup = "<script>alert(1)</script>|*_`";

    internal static readonly Sample Broken = (Sample.Reference with { KubernetesVersion = null }).With(
        "poll.deployment.yaml",
        "memory: 128M",
        "memory: 128Mi"
    );

    /// <summary>What it meets: it fails one requirement, and one is not judged without a Kubernetes version.</summary>
    internal static readonly int Held = Catalogue.All.Count - 2;

    internal static readonly DateTimeOffset Time = new(2026, 1, 31, 12, 30, 0, TimeSpan.Zero);

    internal static string Write(string format, params Sample[] samples) =>
        Write(format, [.. samples.Select(sample => new Answer("sample", sample.Assess(), null))]);

    internal static string Write(string format, Answer[] answers, Points? points = null)
    {
        using var output = new StringWriter { NewLine = "\n" };
        ReportFormat
            .All.Single(found => found.Name == format)
            .Report(
                new ReportSettings(
                    false,
                    Time,
                    points ?? new Points([], null),
                    answers.Any(answer => answer.Before is not null) ? "old" : null
                )
            )
            .Write(output, answers);
        return output.ToString();
    }

    /// <summary>A requirement of the first folder of a report in JSON.</summary>
    internal static JsonElement RequirementIn(string json, string identifier) =>
        JsonDocument
            .Parse(json)
            .RootElement[0]
            .GetProperty("requirements")
            .EnumerateArray()
            .Single(requirement => requirement.GetProperty("id").GetString() == identifier);

    /// <summary>The results of a report in SARIF.</summary>
    internal static IEnumerable<JsonElement> Results(string sarif) =>
        JsonDocument.Parse(sarif).RootElement.GetProperty("runs")[0].GetProperty("results").EnumerateArray();
}
