namespace Bernstein.Documents.Measured;

/// <summary>The numbers of load runs: a row for each step.</summary>
/// <param name="Steps">The steps.</param>
internal sealed record LoadReport(IReadOnlyList<LoadStep> Steps)
{
    /// <summary>Reads the file of a folder.</summary>
    internal static LoadReport In(string folder) => new(CsvFile.Read<LoadStep>(FileIn(folder)));

    /// <summary>This one, with that of a setting in the place of what there was of it.</summary>
    internal LoadReport With(LoadSetting setting, LoadReport measured) =>
        new([.. Steps.Where(step => step.Setting != setting), .. measured.Steps]);

    /// <summary>Writes it into a folder.</summary>
    internal void WriteTo(string folder) => CsvFile.Write(FileIn(folder), Steps);

    private static string FileIn(string folder) => Path.Combine(folder, "scaling-steps.csv");
}
