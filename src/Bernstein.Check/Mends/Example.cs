using System.Reflection;

namespace Bernstein.Check.Mends;

/// <summary>
/// The smallest files that meet every requirement: what <c>--explain</c> shows, and what is written where a file is missing, with the names
/// that the other files use.
/// </summary>
public static class Example
{
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
        const string Field = "initContainers";
        if (Spelling.Nearest(Field, worker.Pod.Entries.Select(entry => entry.Key)) is { } near && near != Field)
        {
            return worker.Pod.ToRename(near, Field);
        }

        var file = Component.Worker.WorkloadFile;
        var text = With(file, ExampleNames.Workload(submission, Component.Worker, Folder.In(file)[0].Root));
        var waiting = YamlReader.Read(file, text).Documents[0].At($"{ExpectedValues.Pod}.{Field}[0]");
        var (there, container) = (worker.Pod[Field].Items, YamlEditor.Document(text, waiting.Location.Line)!.TrimEnd());
        return Mend.Of(
            $"In {worker.Manifest.File}, let an init container wait for the votes table.",
            there.Where(init => init["name"].Text == "votes-table").ToArray() is [var same]
                ? Edit.Set(same, "", container)
                : Edit.Set(worker.Pod, $"{Field}[+]", container)
        );
    }

    /// <summary>A file of the example, with the names that the other files use; of it what is not there yet.</summary>
    internal static string Text(Submission submission, string name)
    {
        var text = With(name, ExampleNames.Adapt(submission, name, Folder.In(name)));
        var missing = text.Split("---\n").Where(part => !IsThere(submission, name, YamlReader.Read(name, part).Documents[0])).ToArray();
        return missing.Length == 0 ? text : string.Join("---\n", missing);
    }

    private static string With(string name, IEnumerable<Edit?> edits) =>
        MendedFolder.Of(Folder, [Mend.Of("", edits)]).Texts.GetValueOrDefault(name) ?? Files[name];

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
        return FileMends.OfKind(submission, name, Folder.In(name).Select(found => found.Kind))
            ?? (isInPlace ? null : FileMends.Gather(submission, name))
            ?? (submission.Unread(name) is { } unread ? new Mend($"Fix that first: {unread.Message}.", []) : Written(submission, name));
    }

    private static Mend Written(Submission submission, string name)
    {
        var (path, copies) = (submission.PathOf(name), submission.CopiesIn(name).ToArray());
        var thinkOf = name == "postgres.secret.yaml" ? " Choose a password of your own." : "";
        return Mend.Of(
            submission.Manifests.File(name) is null ? $"Write a file {name}; this one fits the others.{thinkOf}"
                : copies.Length > 0 ? $"Put into {path} what belongs there, in the place of {string.Join(", ", copies.AsEnumerable())}."
                : $"Add to {path} what belongs there; this fits the others.{thinkOf}",
            [.. copies.Select(copy => Edit.Remove(copy.Root)), Edit.Add(path, Text(submission, name))]
        );
    }

    private static string Read(string name)
    {
        using var reader = new StreamReader(Assembly.GetExecutingAssembly().GetManifestResourceStream(name)!);
        return reader.ReadToEnd();
    }
}
