namespace Bernstein.Chart.Tests.Chart;

/// <summary>
/// What values make of the flat files: the cases in Renderings. Each names values, a profile or a version of Kubernetes, and by their file what its
/// objects must have (<see cref="Pattern"/>): of several, one of them; null for a file that must not be there. Instead of a file: <c>objects</c>, <c>pods</c> or
/// <c>containers</c>, all that there are in a list.
/// </summary>
public sealed class RenderingTests
{
    private static readonly string[] Options = ["values", "profile", "kubernetes"];

    public static IEnumerable<TestCaseData> Cases => CaseFile.In("Bernstein.Chart.Tests", "Chart", "Renderings");

    [TestCaseSource(nameof(Cases))]
    public void What_is_asked_for_is_rendered(Node asked)
    {
        var manifests = BernsteinChart.Manifests(
            new ChartOptions
            {
                Values = asked["values"].Text ?? "",
                Profile = asked["profile"].Text,
                KubernetesVersion = asked["kubernetes"].Text,
            }
        );
        var files = asked.Entries.Where(entry => !Options.Contains(entry.Key)).ToArray();
        files.ShouldNotBeEmpty();
        files
            .SelectMany(file =>
                All(manifests, file.Key) is { } all
                    ? Pattern.Differences(file.Value, new Sequence(file.Value.Location, [.. all]), file.Key)
                    : Differences(file.Value, file.Key, [.. manifests.In(file.Key)])
            )
            .ShouldBeEmpty();
    }

    private static IEnumerable<Node>? All(ManifestFolder manifests, string what) =>
        what switch
        {
            "objects" => manifests.Objects.Select(found => found.Root),
            "pods" => manifests.Workloads().Select(workload => workload.Pod),
            "containers" => manifests.Workloads().SelectMany(workload => workload.Containers),
            _ => null,
        };

    // One pattern, or several in a list.
    private static IEnumerable<string> Differences(Node pattern, string file, KubernetesObject[] objects) =>
        !pattern.IsSet ? objects.Select(found => $"{file} has {found}")
        : pattern is Sequence ? pattern.Items.SelectMany(item => Differences(item, file, objects))
        : objects.Length == 0 ? [$"there is no {file}"]
        : objects
            .Select(found => Pattern.Differences(pattern, found.Root, $"{file}: {found}").ToArray())
            .MinBy(differences => differences.Length)!;
}
