using Bernstein.Check;

// By https://no-color.org; a dumb terminal knows no codes.
var isPlain = !string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR")) || Environment.GetEnvironmentVariable("TERM") is "dumb";

// Without the name of the terminal Console sends it no codes of its own, such as that for its keypad.
Environment.SetEnvironmentVariable("TERM", null);
var caller = Path.GetFileNameWithoutExtension(Environment.ProcessPath);
var output = Opened(Console.OpenStandardOutput);
if (OperatingSystem.IsWindows() && !Console.IsOutputRedirected)
{
    Console.OutputEncoding = Encoding.UTF8;
}

// A report is the same bytes on every system. Where there is nobody to tell what went wrong, the exit code says it.
var report = new StreamWriter(output ?? Stream.Null, new UTF8Encoding(false)) { NewLine = "\n" };
var command = new CheckCommand(report, Opened(() => Console.Error) ?? TextWriter.Null)
{
    // The script calls it through dotnet, or by a name of its own.
    Name = caller is null or "dotnet" || Environment.GetCommandLineArgs()[0] == "scripts/check" ? "scripts/check" : caller,
    Input = Console.OpenStandardInput,
    // Consoles of Windows differ in whether they know the codes of colours.
    IsColoured = !Console.IsOutputRedirected && !OperatingSystem.IsWindows() && !isPlain,
    Width = Console.IsOutputRedirected ? null : Math.Max(Console.WindowWidth, 40),
    IsWatched = !Console.IsErrorRedirected && !isPlain,
};
return output is null ? command.RefuseOutput("it is closed") : command.Run(args);

static T? Opened<T>(Func<T> open)
    where T : class
{
    try
    {
        return open();
    }
    catch (UnauthorizedAccessException)
    {
        return null;
    }
}
