namespace Bernstein.Check.Tests;

/// <summary>The reference submission, with edits: what a table of cases is judged on. Immutable; an edit makes another.</summary>
internal sealed record Sample(IReadOnlyDictionary<string, string> Files, Version? KubernetesVersion)
{
    /// <summary>The hand-written folder that meets every requirement.</summary>
    internal static Sample Reference { get; } =
        new(
            Directory
                .EnumerateFiles(Project.In("src", "Bernstein.Check", "Example"))
                .ToDictionary(path => Path.GetFileName(path), File.ReadAllText),
            new Version(1, 22)
        );

    /// <summary>The same hardened: it meets every requirement of production, and gives up what the letter asks against them.</summary>
    internal static Sample Hardened { get; } =
        Directory
            .EnumerateFiles(Project.In("tests", "Bernstein.Check.Tests", "Production", "Hardened"))
            .Aggregate(Reference, (sample, path) => sample.Holding(Path.GetFileName(path), File.ReadAllText(path)));

    // Most samples edit one file, and the others need no second reading.
    private static readonly Lazy<Dictionary<string, ManifestFile>> ReferenceFiles = new(() =>
        Reference.Files.ToDictionary(file => file.Key, file => FlatFiles.Parse(file.Key, file.Value))
    );

    /// <summary>With every occurrence of a text in a file replaced. A text that is not there is a mistake of the test.</summary>
    internal Sample With(string file, string from, string to) =>
        Files[file].Contains(from, StringComparison.Ordinal)
            ? Holding(file, Files[file].Replace(from, to, StringComparison.Ordinal))
            : throw new ArgumentException($"{file} does not hold: {from}", nameof(from));

    /// <summary>With a file of this content, in the place of an earlier one.</summary>
    internal Sample Holding(string file, string text) => this with { Files = new Dictionary<string, string>(Files) { [file] = text } };

    /// <summary>Without a file.</summary>
    internal Sample Without(string file) => this with { Files = Files.Where(pair => pair.Key != file).ToDictionary() };

    /// <summary>How a requirement is met.</summary>
    internal Verdict Judge(string identifier) =>
        Catalogue.WithProduction.Single(requirement => requirement.Identifier == identifier).Judge(Taken);

    /// <summary>How every requirement of the specification is met.</summary>
    internal Assessment Assess() => Assessment.Of(Taken);

    /// <summary>How every requirement of production is met.</summary>
    internal Assessment AssessProduction() => Assessment.Of(Taken, Catalogue.Production);

    /// <summary>The same where each object is taken for that of the flat file that it belongs to.</summary>
    internal Assessment Spread() => Assessment.Of(Submission.Spread(Folder, KubernetesVersion));

    private Submission Taken => new(Folder, KubernetesVersion);

    private ManifestFolder Folder => new("sample", [.. Files.Select(file => Read(file.Key, file.Value))]);

    private static ManifestFile Read(string name, string text) =>
        Reference.Files.GetValueOrDefault(name) == text ? ReferenceFiles.Value[name] : FlatFiles.Parse(name, text);
}
