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
    internal static Mend WaitForVotes(Submission submission, Workload worker)
    {
        if (Spelling.Nearest("initContainers", worker.Pod.Entries.Select(entry => entry.Key)) is { } near && near != "initContainers")
        {
            return Mend.Of($"Write initContainers for {near}.", Edit.Rename(worker.Pod, near, "initContainers"));
        }

        const string File = "worker.deployment.yaml";
        var text = With(File, ExampleNames.Workload(submission, Component.Worker, Folder.In(File)[0].Root));
        var waiting = new Workload(new KubernetesObject(YamlReader.Read(File, text).Documents[0])).Pod["initContainers"][0];
        var (there, container) = (worker.Pod["initContainers"].Items, YamlEditor.Document(text, waiting.Location.Line)!.TrimEnd());
        return Mend.Of(
            $"In {worker.Manifest.File}, let an init container wait for the votes table.",
            there.Where(init => init["name"].Text == "votes-table").ToArray() is [var same]
                ? Edit.Set(same, "", container)
                : Edit.Set(worker.Pod, "initContainers[+]", container)
        );
    }

    /// <summary>A file of the example, with the names that the other files use; of it what is not there yet.</summary>
    internal static string Text(Submission submission, string name)
    {
        var text = With(name, ExampleNames.Adapt(submission, name, Folder.In(name)));
        var missing = text.Split("---\n").Where(part => !IsThere(submission, name, YamlReader.Read(name, part).Documents[0])).ToArray();
        return missing.Length == 0 ? text : string.Join("---\n", missing);
    }

    private static string With(string name, IEnumerable<Edit> edits) =>
        MendedFolder.Of(Folder, [new Mend("", [.. edits])]).Texts.GetValueOrDefault(name) ?? Files[name];

    // The rights of Traefik are there under any name, its account and its role in any file.
    private static bool IsThere(Submission submission, string name, Node document) =>
        document["kind"].Text is { } kind
        && submission
            .Manifests.OfKind(kind)
            .Where(found => kind is "ClusterRole" or "ClusterRoleBinding" || found.Name == document.At("metadata.name").Text)
            .Any(found => kind is "ClusterRole" or "ServiceAccount" || submission.FileOf(found) == name);

    private static Mend Adapted(Submission submission, string name)
    {
        var isInPlace = name == "traefik.rbac.yaml" && submission.Folder.In(name).Count > 0;
        var there =
            FileMends.OfKind(submission, name, Folder.In(name).Select(found => found.Kind))
            ?? (isInPlace ? null : FileMends.Gather(submission, name));
        if (there is not null)
        {
            return there;
        }

        if (submission.Unread(name) is { } unread)
        {
            return new Mend($"Fix that first: {unread.Message}.", []);
        }

        var thinkOf = name == "postgres.secret.yaml" ? " Choose a password of your own." : "";
        var copies = submission.CopiesIn(name).ToArray();
        return Mend.Of(
            submission.Manifests.File(name) is null ? $"Write a file {name}; this one fits the others.{thinkOf}"
                : copies.Length > 0
                    ? $"Put into {submission.PathOf(name)} what belongs there, in the place of {string.Join(", ", copies.AsEnumerable())}."
                : $"Add to {submission.PathOf(name)} what belongs there; this fits the others.{thinkOf}",
            [.. copies.Select(copy => Edit.Remove(copy.Root)), Edit.Add(submission.PathOf(name), Text(submission, name))]
        );
    }

    private static string Read(string name)
    {
        using var reader = new StreamReader(Here.GetManifestResourceStream(name)!);
        return reader.ReadToEnd();
    }
}
