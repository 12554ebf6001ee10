using System.Globalization;
using System.Reflection;

namespace Bernstein.Chart.Tests.Cluster.LoadRuns;

/// <summary>Records of numbers as a file that spreadsheets read: a column for each parameter of the record, under its name.</summary>
internal static class CsvFile
{
    /// <summary>Writes them.</summary>
    internal static void Write<T>(string path, IEnumerable<T> rows)
    {
        var names = Parameters<T>().Select(parameter => parameter.Name!).ToArray();
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllLines(
            path,
            rows.Select(row => Line(names.Select(name => Text(typeof(T).GetProperty(name)!.GetValue(row))))).Prepend(Line(names))
        );
    }

    /// <summary>Reads them; no file is no records.</summary>
    internal static IReadOnlyList<T> Read<T>(string path) =>
        File.Exists(path) ? [.. File.ReadLines(path).Skip(1).Select(line => Row<T>(line.Split(',')))] : [];

    private static T Row<T>(IReadOnlyList<string> cells) =>
        (T)Activator.CreateInstance(typeof(T), [.. Parameters<T>().Zip(cells, (parameter, cell) => Value(parameter.ParameterType, cell))])!;

    private static ParameterInfo[] Parameters<T>() => typeof(T).GetConstructors().Single().GetParameters();

    private static string Line(IEnumerable<string> cells) => string.Join(',', cells);

    private static string Text(object? value) =>
        value is double number
            ? number.ToString("0.###", CultureInfo.InvariantCulture)
            : Convert.ToString(value, CultureInfo.InvariantCulture)!;

    private static object? Value(Type type, string cell) =>
        cell.Length == 0 ? null : Convert.ChangeType(cell, Nullable.GetUnderlyingType(type) ?? type, CultureInfo.InvariantCulture);
}
