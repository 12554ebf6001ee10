namespace Bernstein.Chart.Tests.Cluster.LoadRuns;

/// <summary>The numbers of load runs, in two files: a row for each step and a row for each second.</summary>
/// <param name="Steps">The steps.</param>
/// <param name="Seconds">The seconds.</param>
internal sealed record LoadReport(IReadOnlyList<LoadStep> Steps, IReadOnlyList<LoadSecond> Seconds)
{
    /// <summary>What runs on this machine have left.</summary>
    internal static string Artifacts => Project.In("artifacts");

    /// <summary>What docs/scaling.md shows.</summary>
    internal static string Documents => Project.In("docs");

    /// <summary>Reads the files of a folder.</summary>
    internal static LoadReport In(string folder) =>
        new(CsvFile.Read<LoadStep>(StepsIn(folder)), CsvFile.Read<LoadSecond>(SecondsIn(folder)));

    /// <summary>This one, with that of a setting in the place of what there was of it.</summary>
    internal LoadReport With(LoadSetting setting, LoadReport measured) =>
        new(
            [.. Steps.Where(step => step.Setting != setting), .. measured.Steps],
            [.. Seconds.Where(second => second.Setting != setting), .. measured.Seconds]
        );

    /// <summary>Writes it into a folder.</summary>
    internal void WriteTo(string folder)
    {
        CsvFile.Write(StepsIn(folder), Steps);
        CsvFile.Write(SecondsIn(folder), Seconds);
    }

    private static string StepsIn(string folder) => Path.Combine(folder, "scaling-steps.csv");

    private static string SecondsIn(string folder) => Path.Combine(folder, "scaling-seconds.csv");
}
