using Bernstein.Check;

// By https://no-color.org; a dumb terminal knows no codes.
var isPlain = !string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR")) || Environment.GetEnvironmentVariable("TERM") is "dumb";

// Without the name of the terminal Console sends it no codes of its own, such as that for its keypad.
Environment.SetEnvironmentVariable("TERM", null);
var caller = Path.GetFileNameWithoutExtension(Environment.ProcessPath);
TextWriter error;
try
{
    error = Console.Error;
}
catch (UnauthorizedAccessException)
{
    // It is closed: there is nobody to tell, and the exit code says the rest.
    error = TextWriter.Null;
}

var command = new CheckCommand(TextWriter.Null, error)
{
    // The script calls it through dotnet, or by a name of its own.
    Name = caller is null or "dotnet" || Environment.GetCommandLineArgs()[0] == "scripts/check" ? "scripts/check" : caller,
    Input = Console.OpenStandardInput,
    // Consoles of Windows differ in whether they know the codes of colours.
    IsColoured = !Console.IsOutputRedirected && !OperatingSystem.IsWindows() && !isPlain,
    Width = Console.IsOutputRedirected ? null : Math.Max(Console.WindowWidth, 40),
    IsWatched = !Console.IsErrorRedirected && !isPlain,
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

if (OperatingSystem.IsWindows() && !Console.IsOutputRedirected)
{
    Console.OutputEncoding = Encoding.UTF8;
}

// A report is the same bytes on every system.
return (command with { Output = new StreamWriter(output, new UTF8Encoding(false)) { NewLine = "\n" } }).Run(args);
