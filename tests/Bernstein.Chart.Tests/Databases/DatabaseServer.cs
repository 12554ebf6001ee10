namespace Bernstein.Chart.Tests.Databases;

/// <summary>A server of this machine that runs in the folder of a test, and ends with it.</summary>
internal static class DatabaseServer
{
    // It ends, as it likes to, once the test lets go of its standard input.
    private const string UntilReleased = "\"$@\" >&2 & read -r _; kill -INT \"$!\"; wait";

    /// <summary>Starts it, and waits until it says that it is ready.</summary>
    internal static RunningCommand Start(IReadOnlyList<string> commandLine, string ready)
    {
        var server = new Command("bash", ["-c", UntilReleased, "bash", .. commandLine]) { WorkingDirectory = "/" }.Start();
        server.WaitFor(new Regex(ready), TimeSpan.FromMinutes(1));
        return server;
    }
}
