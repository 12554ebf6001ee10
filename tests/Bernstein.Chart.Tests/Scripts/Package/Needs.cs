using Bernstein.Chart.Tests.Harness;
using NUnit.Framework;

namespace Bernstein.Chart.Tests.Scripts.Package;

/// <summary>What a test of the packaging needs on this machine, or else is skipped with the reason.</summary>
internal static class Needs
{
    private static readonly Lazy<string> HelmVersion = new(() => HelmTool.TryRun(null, "version", "--template", "{{.Version}}").Output);

    /// <summary>The Helm that there is, which must be one that packages reproducibly.</summary>
    internal static string Helm()
    {
        if (HelmVersion.Value.StartsWith("v3.", StringComparison.Ordinal))
        {
            Skip($"{HelmTool.Path} is Helm {HelmVersion.Value}, which writes the clock into its archives");
        }

        return HelmTool.Path;
    }

    /// <summary>A program on PATH.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="package">The Debian package that it is in.</param>
    internal static string Program(string name, string package)
    {
        var path = SearchPath.Find(name).FirstOrDefault();
        if (path is null)
        {
            Skip($"{name} is not on PATH (on Debian: apt-get install {package})");
        }

        return path!;
    }

    // dotnet test prints the reason of a skipped test at some verbosities only.
    private static void Skip(string reason)
    {
        TestContext.Error.WriteLine($"skipped {TestContext.CurrentContext.Test.Name}: {reason}");
        Assert.Ignore(reason);
    }
}
