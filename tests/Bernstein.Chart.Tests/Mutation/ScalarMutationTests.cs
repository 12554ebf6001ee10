namespace Bernstein.Chart.Tests.Mutation;

/// <summary>
/// Every scalar of the 19 flat files is deleted, given another type and another value, one at a time. Something must turn red, but
/// where nothing is said of the scalar or the edit means the same; and what is red is mended, but where only a person can tell what stood
/// there. Both kinds are listed with their reason.
/// </summary>
public sealed class ScalarMutationTests
{
    /// <summary>Survivors that are right to survive: file, path and edit, and why.</summary>
    private static readonly ReasonedCases Survivors = Listed("survivors.txt");

    /// <summary>Damage of which only a person can tell what stood there, with the reason.</summary>
    private static readonly ReasonedCases WithoutMend = Listed("without-mend.txt");

    private static (string Name, Assessment Assessment)[] _damaged = [];

    // Both tests look at the same folders, which nobody needs any more then.
    [OneTimeTearDown]
    public static void Forget() => _damaged = [];

    [OneTimeSetUp]
    public static void Damage()
    {
        var folder = new ManifestFolder("damaged", ManifestEdit.Manifests);
        _damaged =
        [
            .. from damage in folder
                .Files.Where(file => FlatFiles.Names.Contains(file.Path))
                .SelectMany(file => file.Objects)
                .SelectMany(ScalarDamage.In)
                .AsParallel()
                .AsOrdered()
            select (damage.ToString(), Assessment.Of(new Submission(damage.Made(folder), new Version(1, 22)))),
        ];
        _damaged.Length.ShouldBeGreaterThan(1000);
    }

    [Test]
    public void Every_scalar_that_matters_is_watched_by_a_requirement()
    {
        var survivors = _damaged.Where(mutant => mutant.Assessment.Failed == 0).Select(mutant => mutant.Name).ToArray();
        var unexplained = Survivors.NotCovered(survivors);
        TestContext.Error.WriteLine(
            $"Mutants: {_damaged.Length} damaged scalars, {_damaged.Length - survivors.Length} turn a requirement red, {survivors.Length - unexplained.Count} do not and have a reason, {unexplained.Count} do not and have none"
        );
        unexplained.ShouldBeEmpty();
        Survivors.AssertEachCoversOneOf(survivors);
    }

    [Test]
    public void The_mends_of_a_damaged_scalar_lead_back_to_green_or_are_for_a_person()
    {
        var mended = (
            from damaged in _damaged.AsParallel().AsOrdered()
            where damaged.Assessment.Failed > 0
            let after = Mending.Mended(damaged.Assessment)
            select (
                damaged.Name,
                Lost: Mending.Held(damaged.Assessment).Except(Mending.Held(after)).ToArray(),
                IsWhole: after.Failed == 0,
                Last: after.Failed == 0 ? after : Mending.Mended(after)
            )
        ).ToArray();

        var left = mended.Where(found => found.Last.Failed > 0).ToArray();
        TestContext.Error.WriteLine(
            $"Mends: {mended.Length} damaged scalars, {mended.Count(found => found.IsWhole)} whole after one round, {mended.Length - left.Length} after two; {left.Length} are for a person"
        );
        mended.Length.ShouldBeGreaterThan(1000);
        mended
            .Where(found => found.Lost.Length > 0)
            .Select(found => $"{found.Name} {string.Join(' ', found.Lost)}")
            .ShouldBeEmpty("held before the mends");
        var unexplained = WithoutMend.NotCovered(left.Select(found => found.Name));
        left.Where(found => unexplained.Contains(found.Name))
            .Select(found => $"{found.Name}: {string.Join(" | ", found.Last.Failures.Select(Mending.Shown))}")
            .ShouldBeEmpty();
        WithoutMend.AssertEachCoversOneOf([.. left.Select(found => found.Name)]);
    }

    private static ReasonedCases Listed(string name) => new(Project.In("tests", "Bernstein.Chart.Tests", "Mutation", name));
}
