using System.Text;
using Bernstein.Check;

var caller = Path.GetFileNameWithoutExtension(Environment.ProcessPath);

return new CheckCommand(new StreamWriter(Console.OpenStandardOutput(), new UTF8Encoding(false)), Console.Error)
{
    // Whoever calls it through dotnet does so by the script.
    Name = caller is null or "dotnet" ? "scripts/check" : caller,
    Input = Console.OpenStandardInput(),
    IsColoured = !Console.IsOutputRedirected && string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR")),
    IsWatched = !Console.IsErrorRedirected,
}.Run(args);
