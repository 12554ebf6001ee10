using Shouldly;

namespace Bernstein.Chart.Tests.Documents;

/// <summary>What stands in docs and is made by the tests, where <c>scripts/draw</c> asks them to.</summary>
internal static class Drawn
{
    /// <summary>Fails where a file under docs is not the one that is made now.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="drawn">What is made now.</param>
    internal static void ShouldBe(string name, string drawn)
    {
        var path = Project.In("docs", name);
        if (Environment.GetEnvironmentVariable("BERNSTEIN_DRAW") == "1")
        {
            File.WriteAllText(path, drawn);
        }

        (File.Exists(path) ? File.ReadAllText(path) : "").ShouldBe(drawn, "scripts/draw makes it anew");
    }
}
