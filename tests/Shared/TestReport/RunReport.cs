using System.Text.Json;
using Bernstein.TestReport;
using NUnit.Framework;
using NUnit.Framework.Internal;

namespace Bernstein;

/// <summary>
/// When the last test of a project has ended, keeps what became of them in artifacts/tests and writes the page of the run, artifacts/tests.html.
/// Two projects run beside each other, and each writes the page from what is there: so the one that ends last writes all of it.
/// </summary>
[SetUpFixture]
public sealed class RunReport
{
    private readonly DateTimeOffset _began = DateTimeOffset.UtcNow;

    [OneTimeTearDown]
    public void Write()
    {
        var project = typeof(RunReport).Assembly.GetName().Name!;
        // dotnet test gives all projects one (Directory.Build.props); an editor, which runs one project at a time, gives none.
        var session = Environment.GetEnvironmentVariable("BERNSTEIN_RUN") is { Length: > 0 } given ? given : $"{Guid.NewGuid()}";
        try
        {
            var run = RunRecord.Of(project, session, _began, TestExecutionContext.CurrentContext.CurrentResult);
            var page = WritePage(Project.In("artifacts"), run);
            TestContext.Error.WriteLine($"Report: {page}");
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException or JsonException)
        {
            // The tests are what counts: a full disk makes none of them fail.
            TestContext.Error.WriteLine($"Report: not written: {problem.Message}");
        }
    }

    /// <summary>Keeps a run and writes the page of all runs of its session; runs of other sessions have no place on it.</summary>
    /// <param name="folder">Where the page is written.</param>
    /// <param name="run">The run that has ended.</param>
    /// <returns>The path of the page.</returns>
    internal static string WritePage(string folder, RunRecord run)
    {
        var (records, page) = (Path.Combine(folder, "tests"), Path.Combine(folder, "tests.html"));
        Directory.CreateDirectory(records);
        using (Alone(Path.Combine(records, "lock")))
        {
            run.Write(records);
            File.WriteAllText(page, $"{new TestPage(RunRecord.Read(records, run.Session))}");
        }

        return page;
    }

    // One project writes at a time. The other one is done in a moment; what holds the file for longer is no project of ours.
    private static FileStream Alone(string path)
    {
        for (var attempt = 0; ; attempt++)
        {
            try
            {
                return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException) when (attempt < 200)
            {
                Thread.Sleep(50);
            }
        }
    }
}
