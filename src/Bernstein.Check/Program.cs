using System.Text;
using Bernstein.Check;

using var output = new StreamWriter(Console.OpenStandardOutput(), new UTF8Encoding(false));

return new CheckCommand(output, Console.Error)
{
    IsColoured = !Console.IsOutputRedirected && string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR")),
    IsWatched = !Console.IsErrorRedirected,
}.Run(args);
