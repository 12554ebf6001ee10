namespace Bernstein.Kubernetes.Tests.Oracle;

/// <summary>The judge says of every damaged manifest what an API server said of it, whose answers are kept beside this file.</summary>
public sealed class OracleTests
{
    private static readonly string Folder = Project.In("tests", "Bernstein.Kubernetes.Tests", "Oracle");

    /// <summary>The versions of the API servers that were asked.</summary>
    private static readonly string[] Versions =
    [
        .. Directory
            .EnumerateFiles(Folder, "answers-*.txt")
            .Select(path => Path.GetFileNameWithoutExtension(path)["answers-".Length..])
            .Order(),
    ];

    // That a cluster does not serve an Ingress has a requirement of its own.
    private static readonly Requirement[] Asked =
    [
        .. Catalogue.All.Where(requirement => requirement.Identifier is "wiring.schema" or "wiring.ingress-api"),
    ];

    private static string AnswersOf(string version) => Path.Combine(Folder, $"answers-{version}.txt");

    private static string KindsOf(string version) => Path.Combine(Folder, $"kinds-{version}.txt");

    /// <summary>Damages where the judge says something else on purpose, with the reason.</summary>
    private static ReasonedCases Explained(string version) => new(Path.Combine(Folder, $"differences-{version}.txt"));

    private static (bool IsTaken, Damage Damage)[] BySource { get; } =
    [
        .. File.ReadLines(Path.Combine(Folder, "by-source.txt"))
            .Where(line => line.Length > 0 && !line.StartsWith('#'))
            .Select(line => (line[0] == '+', Damage.Of(line[2..].Split(" # ")[0]))),
    ];

    [TestCaseSource(nameof(Versions))]
    public void The_judge_refuses_what_the_API_server_refuses(string version)
    {
        var answers = File.ReadLines(AnswersOf(version)).ToDictionary(line => line[2..].Split(" # ")[0]);
        var differences = new List<string>();
        foreach (var damage in Damage.For(Version.Parse(version)))
        {
            var answer = answers[damage.Name];
            var finding = WhyRefused(damage, version);
            if (answer[0] == '+' != finding is null)
            {
                differences.Add($"{answer} # JUDGE: {finding}");
            }
        }

        TestContext.Error.WriteLine(
            $"API server {version}: {answers.Count} damaged manifests, {answers.Values.Count(line => line[0] == '-')} refused; the judge says the same of {answers.Count - differences.Count}"
        );
        if (Environment.GetEnvironmentVariable("BERNSTEIN_ORACLE_DIFFERENCES") is { } path)
        {
            File.WriteAllLines(path, differences);
        }

        answers.Count.ShouldBeGreaterThan(600);
        var explained = Explained(version);
        var names = differences.Select(line => line[2..].Split(" # ")[0]).ToArray();
        names.Where(Damage.IsOfTheApplication).ShouldBeEmpty("of the application's own objects, the judge says what the API server says");
        explained.NotCovered(names).ShouldBeEmpty();
        explained.AssertEachCoversOneOf(names);
    }

    [TestCaseSource(nameof(Versions))]
    public void The_judge_knows_what_an_API_server_serves(string version)
    {
        var served = File.ReadLines(KindsOf(version)).ToHashSet();
        served.Count.ShouldBeGreaterThan(50);
        Versions
            .SelectMany(recorded => File.ReadLines(KindsOf(recorded)))
            .Distinct()
            .Where(kind => KnownKinds.IsServed(kind, Version.Parse(version)) != served.Contains(kind))
            .ShouldBeEmpty();
    }

    [Test]
    public void The_judge_says_what_the_source_of_the_API_server_says()
    {
        BySource.Length.ShouldBeGreaterThan(200);
        BySource
            .Where(line => line.IsTaken == WhyRefused(line.Damage) is not null)
            .Select(line => $"{(line.IsTaken ? "taken" : "refused")}: {line.Damage.Name}")
            .ShouldBeEmpty();
    }

    [Test]
    [Explicit(
        "asks a running API server: BERNSTEIN_ORACLE is its address, BERNSTEIN_ORACLE_TOKEN a token, BERNSTEIN_ORACLE_VERSION its version; before 1.24 a kubectl of that version too, BERNSTEIN_ORACLE_KUBECTL"
    )]
    public async Task Record_the_answers_of_an_API_server()
    {
        var address = Environment.GetEnvironmentVariable("BERNSTEIN_ORACLE");
        if (address is null)
        {
            Assert.Ignore("BERNSTEIN_ORACLE, the address of an API server, is not set");
        }

        var token = Environment.GetEnvironmentVariable("BERNSTEIN_ORACLE_TOKEN") ?? "";
        var version = Environment.GetEnvironmentVariable("BERNSTEIN_ORACLE_VERSION")!;
        var damages = Damage.For(Version.Parse(version));
        using var server = new ApiServer(address!, token);
        var refusals = await Refusals(damages, server);
        if (Environment.GetEnvironmentVariable("BERNSTEIN_ORACLE_KUBECTL") is { } program)
        {
            await AddRefusals(refusals, damages, new Kubectl(program, address!, token));
        }

        await File.WriteAllLinesAsync(
            AnswersOf(version),
            damages.Select(damage =>
                refusals.TryGetValue(damage.Name, out var refusal) ? $"- {damage.Name} # {Short(refusal)}" : $"+ {damage.Name}"
            )
        );
        await File.WriteAllLinesAsync(KindsOf(version), await server.Kinds());
        refusals.Count.ShouldBeInRange(600, damages.Count);
    }

    private static async Task<Dictionary<string, string>> Refusals(IReadOnlyList<Damage> damages, ApiServer server)
    {
        var refusals = new Dictionary<string, string>();
        foreach (var damage in damages)
        {
            var found = new KubernetesObject(YamlReader.Read("damaged.yaml", damage.Text).Documents[0]);
            if (await server.WhyRefused(damage.Text, found) is { } refusal)
            {
                refusals[damage.Name] = refusal;
            }
        }

        return refusals;
    }

    private static async Task AddRefusals(Dictionary<string, string> refusals, IReadOnlyList<Damage> damages, Kubectl kubectl)
    {
        var taken = damages.Where(damage => !refusals.ContainsKey(damage.Name)).ToArray();
        foreach (var (index, refusal) in await kubectl.WhyRefused([.. taken.Select(damage => damage.Text)]))
        {
            refusals[taken[index].Name] = refusal;
        }
    }

    private static string? WhyRefused(Damage damage, string version = "1.30")
    {
        var folder = new ManifestFolder("damaged", [FlatFiles.Parse("poll.deployment.yaml", damage.Text)]);
        var submission = new Submission(folder, Version.Parse(version));
        return Asked
            .Select(requirement => requirement.Judge(submission))
            .FirstOrDefault(verdict => verdict.Status == Status.Fail)
            ?.Findings[0]
            .Message;
    }

    // What follows the sentence that begins alike for all.
    private static string Short(string refusal)
    {
        var said = refusal.Contains("is invalid: ") ? refusal[(refusal.IndexOf("is invalid: ", StringComparison.Ordinal) + 12)..] : refusal;
        return said.Length > 100 ? said[..100] : said;
    }
}
