using Bernstein.Chart.Tests.Harness;

namespace Bernstein.Chart.Tests.Scripts.Package;

/// <summary>Runs scripts/package.</summary>
internal static class PackageScript
{
    /// <summary>Packages the chart of a working copy.</summary>
    /// <exception cref="CommandException">It refused.</exception>
    internal static CommandResult Run(string project, params IReadOnlyList<string> arguments) => Of(project, arguments).Run();

    /// <summary>The command, which runs anywhere but in the working copy.</summary>
    internal static Command Of(string project, params IReadOnlyList<string> arguments) =>
        new(Path.Combine(project, "scripts", "package"), arguments)
        {
            WorkingDirectory = Path.GetTempPath(),
            Environment = new Dictionary<string, string> { ["HELM"] = Needs.Helm() },
        };
}
