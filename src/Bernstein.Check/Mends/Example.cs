using System.Reflection;

namespace Bernstein.Check.Mends;

/// <summary>
/// The smallest files that meet every requirement: what <c>--explain</c> shows, and what is written where a file is missing, with the names
/// that the other files use.
/// </summary>
public static class Example
{
    private static readonly Assembly Here = Assembly.GetExecutingAssembly();

    /// <summary>The files by name: the flat files and the Job that creates the votes table.</summary>
    public static IReadOnlyDictionary<string, string> Files { get; } =
        FlatFiles.Names.Append("votes-table.job.yaml").ToDictionary(name => name, Read);

    /// <summary>The folder of them.</summary>
    public static ManifestFolder Folder { get; } =
        new("example", [.. Files.Select(file => FlatFiles.Parse(file.Key, file.Value)).OrderBy(file => file.Path, StringComparer.Ordinal)]);

    /// <summary>The kinds of the objects in them.</summary>
    internal static IReadOnlyList<string> Kinds { get; } = [.. Folder.Objects.Select(found => found.Kind).Distinct()];

    /// <summary>Adds a flat file, or what is missing in one, with the names that the other files use.</summary>
    internal static Mend Add(Submission submission, string name) => submission.Known.Of($"add {name}", () => Adapted(submission, name));

    /// <summary>The init container that waits for the votes table, with the names that are there.</summary>
    internal static Mend? WaitForVotes(Submission submission, Workload worker)
    {
        var root = worker.Manifest.Root;
        if (Spelling.Nearest("initContainers", worker.Pod.Entries.Select(entry => entry.Key)) is { } near && near != "initContainers")
        {
            return Mend.Of($"Write initContainers for {near}.", Edit.Rename(root, $"{ExpectedValues.Pod}.{near}", "initContainers"));
        }

        var adapted = MendedFolder.Of(
            Folder,
            [new Mend("", [.. ExampleNames.Workload(submission, Component.Worker, Folder.In("worker.deployment.yaml")[0].Root)])]
        );
        var text = adapted.Texts.GetValueOrDefault("worker.deployment.yaml") ?? Files["worker.deployment.yaml"];
        var (from, to) = (
            text.IndexOf("      - name: votes-table", StringComparison.Ordinal),
            text.IndexOf("      containers:", StringComparison.Ordinal)
        );
        var container = string.Join('\n', text[from..to].TrimEnd().Split('\n').Select(line => line[Math.Min(8, line.Length)..]));
        var there = worker.Pod["initContainers"].Items.Index().Where(init => init.Item["name"].Text == "votes-table").ToArray();
        return Mend.Of(
            $"In {worker.Manifest.File}, let an init container wait for the votes table.",
            Edit.Set(root, $"{ExpectedValues.Pod}.initContainers[{(there is [var (at, _)] ? at : "+")}]", container)
        );
    }

    /// <summary>A file of the example, with the names that the other files use; of it what is not there yet.</summary>
    internal static string Text(Submission submission, string name)
    {
        var text =
            MendedFolder
                .Of(Folder, [new Mend("", [.. ExampleNames.Adapt(submission, name, Folder.In(name))])])
                .Texts.GetValueOrDefault(name)
            ?? Files[name];
        var missing = text.Split("---\n").Where(part => !IsThere(submission, name, YamlReader.Read(name, part).Documents[0])).ToArray();
        return missing.Length == 0 ? text : string.Join("---\n", missing);
    }

    private static bool IsThere(Submission submission, string name, Node document) =>
        submission.Manifests.In(name).Any(found => found.Kind == document["kind"].Text && found.Name == document.At("metadata.name").Text);

    private static Mend Adapted(Submission submission, string name)
    {
        var there = FileMends.OfKind(submission, name, Folder.In(name).Select(found => found.Kind)) ?? FileMends.Gather(submission, name);
        if (there is not null)
        {
            return there;
        }

        if (submission.Unread(name) is { } unread)
        {
            return new Mend($"Fix that first: {unread.Message}.", []);
        }

        var thinkOf = name == "postgres.secret.yaml" ? " Choose a password of your own." : "";
        return Mend.Of(
            submission.Manifests.File(name) is null
                ? $"Write a file {name}; this one fits the others.{thinkOf}"
                : $"Add to {submission.PathOf(name)} what belongs there; this fits the others.{thinkOf}",
            Edit.Add(submission.PathOf(name), Text(submission, name))
        );
    }

    private static string Read(string name)
    {
        using var reader = new StreamReader(Here.GetManifestResourceStream(name)!);
        return reader.ReadToEnd();
    }
}
