using CsvHelper;
using CsvHelper.Configuration;
using CsvHelper.TypeConversion;

namespace Bernstein.Documents.Measured;

/// <summary>Records of numbers as a file that spreadsheets read: a column for each parameter of the record, under its name.</summary>
internal static class CsvFile
{
    private static readonly CsvConfiguration Configuration = new(CultureInfo.InvariantCulture) { NewLine = "\n" };

    /// <summary>Writes them.</summary>
    internal static void Write<T>(string path, IEnumerable<T> rows)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        using var writer = new CsvWriter(new StreamWriter(path), Configuration);
        // Thousandths: nothing was measured more exactly.
        writer.Context.TypeConverterOptionsCache.AddOptions<double>(new TypeConverterOptions { Formats = ["0.###"] });
        writer.Context.TypeConverterOptionsCache.AddOptions<double?>(new TypeConverterOptions { Formats = ["0.###"] });
        writer.Context.TypeConverterOptionsCache.AddOptions<DateTime>(new TypeConverterOptions { Formats = ["s"] });
        writer.WriteRecords(rows);
    }

    /// <summary>Reads them; no file is no records.</summary>
    internal static IReadOnlyList<T> Read<T>(string path)
    {
        if (!File.Exists(path))
        {
            return [];
        }

        using var reader = new CsvReader(new StreamReader(path), Configuration);
        return [.. reader.GetRecords<T>()];
    }
}
