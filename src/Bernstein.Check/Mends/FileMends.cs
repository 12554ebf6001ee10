namespace Bernstein.Check.Mends;

/// <summary>A file that is missing, or does not hold what it should.</summary>
internal static class FileMends
{
    /// <summary>What makes a flat file be there: those that only lie too deep are moved together.</summary>
    internal static Mend Of(Submission submission, string name)
    {
        var meant = submission.Arrangement.Meant;
        var other = meant.GetValueOrDefault(name);
        var below = other?.EndsWith("/" + name, StringComparison.Ordinal) == true ? other[..^name.Length] : "";
        var deep = meant.Where(file => below.Length > 0 && file.Value == below + file.Key).ToArray();
        return other is null ? Example.Add(submission, name)
            : deep.Length < 2 ? Called(other, name)
            : Mend.Of(
                $"Move the {deep.Length} flat files of {below} to the top of the folder.",
                deep.Select(file => Edit.Move(file.Value, file.Key))
            );
    }

    /// <summary>What gives a file another name.</summary>
    internal static Mend Called(string path, string name) =>
        Mend.Of(path.Contains('/') ? $"Move {path} to {name}." : $"Call {path} {name}.", Edit.Move(path, name));

    /// <summary>What a person does where a file can't be read, or holds a list that is none.</summary>
    internal static Mend Unread(Submission submission, Remark remark) =>
        submission.Folder.Objects.FirstOrDefault(found => found.Further is [var first, ..] && first == remark.Location) is { } merged
            ? Separate(merged)
        : remark.Message.StartsWith("left out", StringComparison.Ordinal)
            ? new Mend($"Put a file that can be read in the place of {remark.Location.File}, or take it out.", [])
        : new Mend($"Correct line {remark.Location.Line} of {remark.Location.File}, or the one before it.", []);

    /// <summary>The lines between objects that stand in one document.</summary>
    internal static Mend Separate(KubernetesObject merged) =>
        Mend.Of(
            merged.Further is [var second]
                ? $"Write a line --- before line {second.Line} of {merged.File}: a second object begins there."
                : $"Write a line --- before the lines {string.Join(", ", merged.Further.Select(begin => begin.Line))} of {merged.File}: other objects begin there.",
            merged.Further.Select(Edit.Separate)
        );

    /// <summary>What puts the objects into a flat file that belong there and stand elsewhere, or moves their file; null for none.</summary>
    internal static Mend? Gather(Submission submission, string name)
    {
        var served = Component.All.FirstOrDefault(component => component.ServiceFile == name);
        var called = served is null ? null : ExampleNames.Caller(submission, served);
        bool Belongs(KubernetesObject found) =>
            FlatFiles.Place(found) is { } place ? place == name : (found.Kind == "Service" && found.Name == called) || Holds(found, name);
        var found = submission.Folder.Objects.Where(found => found.File != name && Belongs(found)).ToArray();
        var texts = found.Select(found => submission.TextOf(found)).ToArray();
        if (found.Length == 0 || texts.Contains(null))
        {
            return null;
        }

        var (file, isThere) = (submission.Folder.File(found[0].File)!, submission.Folder.File(name) is not null);
        return !isThere && !FlatFiles.Names.Contains(file.Path) && file.Objects.SequenceEqual(found)
            ? Called(file.Path, name)
            : Mend.Of(
                $"Put {string.Join(", ", found.Select(one => $"{one} of {one.File}"))} into {name}.",
                [Edit.Add(name, string.Join("---\n", texts)), .. found.Select(one => Edit.Remove(one.Root))]
            );
    }

    // A ConfigMap, or a Secret, whose name says nothing, by the variables in it.
    private static bool Holds(KubernetesObject found, string name) =>
        found
            .Keys()
            .Intersect(Component.Worker.Variables)
            .Any(key => (ExpectedValues.File(key), ExpectedValues.KindOf(key)) == (name, found.Kind));

    /// <summary>What gives an object of a flat file, or of a name, one of some kinds, where its own is none; null where there is none.</summary>
    internal static Mend? OfKind(Submission submission, string file, IEnumerable<string> kinds, string? name = null) =>
        (
            from found in submission.Folder.Objects
            let mend = Kind(submission, found)
            where mend is not null
            let kind = mend.Edits[0].Value
            where kinds.Contains(kind)
            where submission.FileOf(found) == file || FlatFiles.Place(found, kind) == file || found.Name == name
            select mend
        ).FirstOrDefault();

    /// <summary>What gives an object of a flat file its kind, where it has none that there is; null for any other object.</summary>
    internal static Mend? Kind(Submission submission, KubernetesObject found)
    {
        if (KnownKinds.IsKind(found.Kind) || KnownKinds.IsForeign(found) || found.Root is not Mapping)
        {
            return null;
        }

        var word = submission.FileOf(found).Split('.') is [_, var middle, "yaml"] ? middle : "";
        var kind =
            Spelling.Nearest(found.Kind, Example.Kinds)
            ?? Example.Kinds.FirstOrDefault(kind => kind.Equals(word, StringComparison.OrdinalIgnoreCase))
            ?? (word == "volume" || word == "rbac" || KnownKinds.Near(found.Kind) is null ? ByFields(found, word) : null);
        return kind is null ? null : found.Root.ToWrite("kind", kind);
    }

    // What only one kind of its API version has, of those that the files hold.
    private static string? ByFields(KubernetesObject found, string word)
    {
        var (root, spec) = (found.Root, found.Root["spec"]);
        var reach = root.At("metadata.namespace").IsSet ? "" : "Cluster";
        var kind =
            root["roleRef"].IsSet ? $"{reach}RoleBinding"
            : root["rules"].IsSet ? $"{reach}Role"
            : spec["template"].IsSet ? (found.ApiVersion == "batch/v1" ? "Job" : "Deployment")
            : spec["capacity"].IsSet ? "PersistentVolume"
            : spec["accessModes"].IsSet || word == "volume" ? "PersistentVolumeClaim"
            : spec["rules"].IsSet ? "Ingress"
            : spec["ports"].IsSet ? "Service"
            : root["stringData"].IsSet || root["type"].IsSet ? "Secret"
            : root["data"].IsSet ? "ConfigMap"
            : word == "rbac" ? "ServiceAccount"
            : null;
        return kind is not null && KnownKinds.VersionsOf(kind).Contains(found.ApiVersion) ? kind : null;
    }

    /// <summary>What makes a component's file hold its workload.</summary>
    internal static Mend Workload(Submission submission, Component component)
    {
        var file = submission.Manifests.File(component.WorkloadFile)!;
        if (file.Objects.FirstOrDefault(found => found.Root.At("spec.template.spec").IsSet) is not { } other)
        {
            return Example.Add(submission, component.WorkloadFile);
        }

        var (root, spec) = (other.Root, other.Root["spec"]);
        var claim = submission.Manifests.OfKind("PersistentVolumeClaim").FirstOrDefault()?.Name ?? component.Name;
        return Mend.Of(
            $"In {other.File}, make {other} a {component.Kind} of apps/v1.",
            [
                Edit.Set(root, "kind", component.Kind),
                other.ApiVersion == "apps/v1" ? null : Edit.Set(root, "apiVersion", "apps/v1"),
                .. KnownKinds
                    .FieldsOf(other.ApiVersion, other.Kind)
                    .Except(KnownKinds.FieldsOf("apps/v1", component.Kind))
                    .Where(field => spec[field].IsSet)
                    .Select(field => Edit.Remove(spec, field)),
                .. from template in spec["volumeClaimTemplates"].Items
                let volume = VolumeMends.OfClaim(template.At("metadata.name").Text ?? "data", claim)
                select Edit.Set(root, $"{ExpectedValues.Pod}.volumes[+]", volume),
            ]
        );
    }

    /// <summary>The component whose workload stands in the file of this one; null where it holds its own.</summary>
    internal static Component? Stranger(Submission submission, Component component)
    {
        var found = submission.WorkloadOf(component);
        var image = Repository(found?.Container["image"].Text ?? "");
        return found is null || image == Repository(component.Image) || FlatFiles.Place(found.Manifest) == component.WorkloadFile
            ? null
            : Component.All.FirstOrDefault(other => Repository(other.Image) == image);
    }

    /// <summary>What puts a component's own workload into its file, in the place of another one's.</summary>
    internal static Mend Exchange(Submission submission, Component component, Component other)
    {
        var (here, there) = (submission.PathOf(component.WorkloadFile), submission.PathOf(other.WorkloadFile));
        var found = submission.WorkloadOf(component)!.Manifest;
        return submission.Folder.File(there) is null ? Called(here, there)
            : Stranger(submission, other) == component
                ? Mend.Of($"Exchange the names of {here} and {there}.", Edit.Move(here, there), Edit.Move(there, here))
            : Mend.Of(
                $"Put the {component.Kind} of {component.Name} into {here}, in the place of {found}.",
                Edit.Remove(found.Root),
                Edit.Add(here, Example.Text(submission, component.WorkloadFile))
            );
    }

    private static string Repository(string image) => image.Split('@')[0].Split('/')[^1].Split(':')[0];
}
