namespace Bernstein.Chart.Tests.Automation;

/// <summary>A workflow of GitHub Actions, or the action itself.</summary>
public sealed record WorkflowFile(string Path)
{
    /// <summary>The workflows of this project, and the one that a class copies.</summary>
    public static IReadOnlyList<WorkflowFile> Workflows { get; } =
    [
        .. Directory
            .EnumerateFiles(Project.In(".github", "workflows"), "*.yml")
            .Order(StringComparer.Ordinal)
            .Select(path => new WorkflowFile($".github/workflows/{System.IO.Path.GetFileName(path)}")),
        new("docs/class/judge.yml"),
    ];

    /// <summary>The workflows and the action.</summary>
    public static IReadOnlyList<WorkflowFile> All { get; } = [.. Workflows, new("action.yml")];

    /// <summary>The file as it is written.</summary>
    internal string Text => File.ReadAllText(Project.In(Path));

    /// <summary>The file as a tree.</summary>
    internal Node Root => CaseFile.Read(Project.In(Path));

    /// <summary>Its jobs.</summary>
    internal IReadOnlyList<KeyValuePair<string, Node>> Jobs => Root["jobs"].Entries;

    /// <summary>The steps of its jobs, or of the action.</summary>
    internal IEnumerable<Node> Steps =>
        Jobs.Select(job => job.Value["steps"]).Append(Root.At("runs.steps")).SelectMany(steps => steps.Items);

    /// <summary>What its steps run.</summary>
    internal IEnumerable<string> Commands => Steps.Select(step => step["run"].Text).OfType<string>();

    /// <summary>What it uses of others: actions and workflows.</summary>
    internal IEnumerable<string> Uses => Jobs.Select(job => job.Value).Concat(Steps).Select(holder => holder["uses"].Text).OfType<string>();

    public override string ToString() => Path;
}
