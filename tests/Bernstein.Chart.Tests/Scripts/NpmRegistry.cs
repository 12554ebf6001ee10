namespace Bernstein.Chart.Tests.Scripts;

/// <summary>The registry that npm brings tools from, which a machine without a network does not reach.</summary>
internal static class NpmRegistry
{
    /// <summary>Runs a script that brings tools; skips the test where npm could not, and only there.</summary>
    internal static CommandResult TryRun(Command script)
    {
        var result = script.TryRun();
        if (result.ExitCode != 0 && result.Error.Contains("npm could not install", StringComparison.Ordinal))
        {
            Assert.Ignore("needs the registry of npm");
        }

        return result;
    }
}
