using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using NUnit.Framework;
using Shouldly;

namespace Bernstein.Check.Tests.Mends;

/// <summary>
/// Every mend leads somewhere: made again and again they come to an end at which no edit is left, no step passes less than the one before,
/// no object stands twice, and no file is gone. BERNSTEIN_MEND_PAIRS says how many pairs of slips are tried.
/// </summary>
public sealed class MendPropertyTests
{
    private static readonly IReadOnlyDictionary<string, string> Whole = Sample.Reference.Files;

    private static readonly IReadOnlyList<Slip> Slips = Slip.In(Whole);

    [Test]
    public void A_pair_of_slips_is_mended_to_the_end()
    {
        var pairs = int.TryParse(Environment.GetEnvironmentVariable("BERNSTEIN_MEND_PAIRS"), CultureInfo.InvariantCulture, out var count)
            ? count
            : 100;
        var pair = Gen.Elements(Slips.ToArray()).ArrayOf(2);
        Prop.ForAll(Arb.From(pair, Fewer), slips => Faults(slips).ShouldBeEmpty(string.Join(", ", slips.AsEnumerable())))
            .Check(Config.QuickThrowOnFailure.WithMaxTest(pairs).WithReplay(600, 601));
    }

    private static IEnumerable<string> Faults(params Slip[] slips) =>
        MendPath.Faults(slips.Aggregate(Whole, (folder, slip) => slip.Made(folder)));

    private static IEnumerable<Slip[]> Fewer(Slip[] slips) => slips.Length < 2 ? [] : slips.Select(slip => new[] { slip });
}
