using NUnit.Framework;
using Shouldly;

namespace Bernstein.Chart.Tests.Scripts;

/// <summary>scripts/values-table.</summary>
[NeedsUnix("the shell")]
public sealed class ValuesTableTests
{
    [Test]
    public void The_table_of_the_values_is_up_to_date()
    {
        using var folder = new TemporaryFolder();
        var committed = File.ReadAllText(Path.Combine(Project.Chart, "README.md"));
        File.WriteAllText(folder.In("README.md"), committed);
        var result = NpmRegistry.TryRun(new Command(Project.In("scripts", "values-table"), [folder.In("README.md")]));
        result.ExitCode.ShouldBe(0, result.Error);
        File.ReadAllText(folder.In("README.md")).ShouldBe(committed, "scripts/values-table writes it anew");
    }
}
