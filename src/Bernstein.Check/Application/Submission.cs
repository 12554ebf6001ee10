namespace Bernstein.Check.Application;

/// <summary>What is judged: a folder taken for the deployment, and the cluster that it is meant for.</summary>
/// <param name="Folder">The folder as it is.</param>
/// <param name="Arrangement">What the folder was taken for.</param>
/// <param name="KubernetesVersion">The version of the cluster, such as 1.22; null where none was given.</param>
public sealed partial record Submission(ManifestFolder Folder, Arrangement Arrangement, Version? KubernetesVersion)
{
    /// <summary>Takes a folder for the deployment: each object is judged in the file in which it stands.</summary>
    public Submission(ManifestFolder folder, Version? kubernetesVersion = null)
        : this(folder, Arrangement.Of(folder), kubernetesVersion) { }

    /// <summary>Its objects by the file in which they are judged.</summary>
    public ManifestFolder Manifests => Arrangement.Manifests;

    /// <summary>Whether one of the flat files was named, alone.</summary>
    internal bool IsOneFlatFile => !Folder.IsFolder && FlatFiles.Names.Contains(Folder.Files[0].Path);

    /// <summary>What requirements found out about it.</summary>
    internal Memo Known { get; } = new();

    /// <summary>Every object that makes pods.</summary>
    internal IReadOnlyList<Workload> Workloads { get; } = [.. Arrangement.Manifests.Objects.Select(Workload.Of).OfType<Workload>()];

    /// <summary>Everything that its objects name.</summary>
    internal IEnumerable<Reference> References => Manifests.Objects.SelectMany(Reference.Of);

    /// <summary>The major version in the tag of Traefik's image; null where there is no Traefik, or no version in its tag.</summary>
    internal int? TraefikMajor =>
        MajorVersion.Match(WorkloadOf(Component.Traefik)?.Container["image"].Text ?? "").Groups[1].Value is var tag
        && int.TryParse(tag, CultureInfo.InvariantCulture, out var major)
            ? major
            : null;

    /// <summary>Takes what was named for the deployment, spread where it is one file that holds more than a flat file does.</summary>
    /// <param name="folder">The folder, or the one file.</param>
    /// <param name="isSpread">Whether its objects are spread over other files, as <see cref="Spread"/> says.</param>
    /// <param name="kubernetesVersion">The version of the cluster; null where none was given.</param>
    public static Submission Of(ManifestFolder folder, bool isSpread, Version? kubernetesVersion) =>
        new Submission(folder, kubernetesVersion) is var taken && (isSpread || (!folder.IsFolder && !taken.IsOneFlatFile))
            ? Spread(folder, kubernetesVersion)
            : taken;

    /// <summary>Takes any manifests for what they are, and for no deployment.</summary>
    public static Submission AsItIs(ManifestFolder folder, Version? kubernetesVersion) =>
        new(folder, new Arrangement(folder), kubernetesVersion);

    /// <summary>
    /// Takes a folder for the deployment whose objects are spread over other files: each is judged in the flat file that it belongs to.
    /// </summary>
    public static Submission Spread(ManifestFolder folder, Version? kubernetesVersion = null) =>
        new(folder, Arrangement.Gathered(folder), kubernetesVersion);

    /// <summary>The file in which an object is judged.</summary>
    internal string FileOf(KubernetesObject found) =>
        Manifests.Files.FirstOrDefault(file => file.Objects.Contains(found, ReferenceEqualityComparer.Instance))?.Path ?? found.File;

    /// <summary>The text of an object with the comments in it; null where it can't stand by itself.</summary>
    internal string? TextOf(KubernetesObject found) =>
        Known.Of($"texts of {found.File}", () => YamlEditor.Documents(Folder.File(found.File)?.Text ?? ""))(found.Root.Location.Line);

    /// <summary>The component in whose files an object is judged; null where it is in those of none.</summary>
    internal Component? ComponentOf(KubernetesObject found) => Component.Of(FileOf(found));

    /// <summary>The path at which a flat file stands, whatever it is called.</summary>
    internal string PathOf(string name) => Arrangement.Meant.GetValueOrDefault(name, name);

    /// <summary>
    /// What is said in the place of what a flat file does not hold, where it can't be known: that it can't be read, or what may hold it. Null
    /// where it is known.
    /// </summary>
    internal Finding? Unread(string file) =>
        Manifests.File(file) is { } there && !Arrangement.IsGathered
            ? Said(there)
            : Likeliest(Folder.Files.Where(other => !FlatFiles.Names.Contains(other.Path)), file);

    /// <summary>The same of every file that is too large to be read: that is no fault of it.</summary>
    internal IEnumerable<Finding> LeftOut() => Folder.Files.Where(file => file.Unread is { IsFault: false }).Select(file => Said(file)!);

    /// <summary>The same of an object that may stand in any file.</summary>
    internal Finding? Unread(string kind, string name) => Likeliest(Folder.Files, FlatFiles.Named(name, kind));

    // Of several that can't be read, the one whose name has most of the words.
    private static Finding? Likeliest(IEnumerable<ManifestFile> files, string words) =>
        Said(
            files
                .Where(file => file.Unread is not null)
                .MaxBy(file => words.Split('.', '-').Count(word => file.Path.Contains(word, StringComparison.OrdinalIgnoreCase)))
        );

    private static Finding? Said(ManifestFile? file) =>
        file?.Unread is { } unread ? new Finding(unread.Sentence) { IsUnread = true } : null;

    /// <summary>The workload of a component: the Deployment (DaemonSet for cadvisor) in its file. Null where there is none.</summary>
    internal Workload? WorkloadOf(Component component) =>
        Manifests.In(component.WorkloadFile).FirstOrDefault(found => found.Kind == component.Kind) is { } found
            ? new Workload(found)
            : null;

    /// <summary>Those of some components that have a workload.</summary>
    internal IEnumerable<(Component Component, Workload Workload)> Parts(params IEnumerable<Component> components) =>
        from component in components
        let workload = WorkloadOf(component)
        where workload is not null
        select (component, workload);

    /// <summary>Whether a workload is that of a component.</summary>
    internal bool IsComponent(Workload workload) => Parts(Component.All).Any(part => part.Workload.Manifest == workload.Manifest);

    /// <summary>The Services in a component's Service file.</summary>
    internal IReadOnlyList<KubernetesObject> ServicesOf(Component component) => Own(component.ServiceFile, "Service");

    /// <summary>The Services that lead to the pods of a workload.</summary>
    internal IEnumerable<KubernetesObject> ServicesTo(Workload workload) =>
        Manifests.OfKind("Service").Where(service => LabelSelector.Selects(service, workload));

    /// <summary>The objects of a kind in a flat file, without those that are in the file of another component too, where they belong.</summary>
    internal IReadOnlyList<KubernetesObject> Own(string file, string kind) =>
        [.. Manifests.In(file).Where(found => found.Kind == kind).Except(CopiesIn(file))];

    /// <summary>The objects in a flat file that are in the file of another component too, where they belong.</summary>
    internal IEnumerable<KubernetesObject> CopiesIn(string file) =>
        from found in Manifests.In(file)
        let place = FlatFiles.Place(found)
        where place is not null && place != file
        where Manifests.In(place).Any(other => (other.Kind, other.Name, other.Namespace) == (found.Kind, found.Name, found.Namespace))
        select found;

    /// <summary>The objects in the files at the top of the folder whose names begin with the component's.</summary>
    internal IEnumerable<KubernetesObject> ObjectsOf(Component component) =>
        Manifests.Files.Where(file => !file.Path.Contains('/') && Component.Of(file.Path) == component).SelectMany(file => file.Objects);

    [GeneratedRegex(@":v?([0-9]+)(?![0-9a-zA-Z])[^/]*$")]
    private static partial Regex MajorVersion { get; }
}
