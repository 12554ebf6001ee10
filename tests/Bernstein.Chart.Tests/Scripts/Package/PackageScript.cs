namespace Bernstein.Chart.Tests.Scripts.Package;

/// <summary>Runs scripts/package.</summary>
internal static class PackageScript
{
    private static readonly Lazy<string> HelmVersion = new(() => HelmTool.TryRun(null, "version", "--template", "{{.Version}}").Output);

    /// <summary>The Helm that there is; the test is skipped where that is one that doesn't package reproducibly.</summary>
    internal static string Helm
    {
        get
        {
            if (HelmVersion.Value.StartsWith("v3.", StringComparison.Ordinal))
            {
                Assert.Ignore($"{HelmTool.Path} is Helm {HelmVersion.Value}, which writes the clock into its archives");
            }

            return HelmTool.Path;
        }
    }

    /// <summary>The command for a working copy, which runs anywhere but there.</summary>
    internal static Command Of(string project, params IReadOnlyList<string> arguments) =>
        new(Path.Combine(project, "scripts", "package"), arguments)
        {
            WorkingDirectory = Path.GetTempPath(),
            Environment = new Dictionary<string, string> { ["HELM"] = Helm },
        };
}
