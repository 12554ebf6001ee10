using System.Text;
using Bernstein.Check;

var caller = Path.GetFileNameWithoutExtension(Environment.ProcessPath);
var command = new CheckCommand(TextWriter.Null, Console.Error)
{
    // Whoever calls it through dotnet does so by the script.
    Name = caller is null or "dotnet" ? "scripts/check" : caller,
    Input = Console.OpenStandardInput,
    IsColoured = !Console.IsOutputRedirected && string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR")),
    IsWatched = !Console.IsErrorRedirected,
};
Stream output;
try
{
    output = Console.OpenStandardOutput();
}
catch (UnauthorizedAccessException closed)
{
    return command.RefuseOutput(closed);
}

return (command with { Output = new StreamWriter(output, new UTF8Encoding(false)) }).Run(args);
