namespace Bernstein.Check.Mends;

/// <summary>A workload that stands in the file of another component.</summary>
internal static class ExchangeMends
{
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
    internal static Mend Of(Submission submission, Component component, Component other)
    {
        var (here, there) = (submission.PathOf(component.WorkloadFile), submission.PathOf(other.WorkloadFile));
        var found = submission.WorkloadOf(component)!.Manifest;
        if (submission.Folder.File(there) is null)
        {
            return FileMends.Called(here, there);
        }

        return Stranger(submission, other) == component
            ? Mend.Of($"Exchange the names of {here} and {there}.", Edit.Move(here, there), Edit.Move(there, here))
            : Mend.Of(
                $"Put the {component.Kind} of {component.Name} into {here}, in the place of {found}.",
                Edit.Remove(found.Root, ""),
                Edit.Add(here, Example.Text(submission, component.WorkloadFile))
            );
    }

    private static string Repository(string image) => image.Split('@')[0].Split('/')[^1].Split(':')[0];
}
