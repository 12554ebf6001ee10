namespace Bernstein;

/// <summary>A number that the environment sets, such as how many cases are tried.</summary>
internal static class Setting
{
    internal static int Of(string name, int otherwise) =>
        int.TryParse(Environment.GetEnvironmentVariable(name), CultureInfo.InvariantCulture, out var value) ? value : otherwise;
}
