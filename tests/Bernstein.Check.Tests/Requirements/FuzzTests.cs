namespace Bernstein.Check.Tests.Requirements;

/// <summary>
/// Flat files with random damage are judged, whatever becomes of them. The same seed makes the same damage: BERNSTEIN_FUZZ_SEED sets
/// it, and BERNSTEIN_FUZZ_CASES how many cases are tried.
/// </summary>
public sealed class FuzzTests
{
    private static readonly string[] Fragments =
    [
        .. "---\n|\t|: |- |[|]|{|}|&a |*a|<<: |!!binary |'|\"|>\n|# |\0|\uFEFF|\r\n|null|~|yes|1e3|0x|-1|99999999999999999999".Split('|'),
        .. "kind: List\nitems: |apiVersion: v1|metadata: |spec: |{{ .Values }}|?|%YAML 9\n|\u2028|💥|  ".Split('|'),
        "|\n",
    ];

    [Test]
    public void Damaged_files_are_judged()
    {
        var seed = Setting.Of("BERNSTEIN_FUZZ_SEED", 600);
        var cases = Setting.Of("BERNSTEIN_FUZZ_CASES", 400);
        var names = Sample.Reference.Files.Keys.Order(StringComparer.Ordinal).ToArray();
        for (var number = 0; number < cases; number++)
        {
            var random = new Random(seed + number);
            var name = names[random.Next(names.Length)];
            var text = Damage(Sample.Reference.Files[name], random);
            try
            {
                var sample = Sample.Reference.Holding(name, text);
                var assessment = sample.Assess();
                Assert.That(assessment.Outcomes, Has.Count.EqualTo(Catalogue.All.Count));
                Assert.That(Mending.Mended(assessment).Outcomes, Has.Count.EqualTo(Catalogue.All.Count));
                Assert.That(sample.AssessProduction().Outcomes, Has.Count.EqualTo(Catalogue.Production.Count));
                Assert.That(sample.Spread().Outcomes, Has.Count.EqualTo(Catalogue.All.Count));
            }
            catch (Exception exception) when (exception is not AssertionException)
            {
                Assert.Fail($"BERNSTEIN_FUZZ_SEED={seed + number} BERNSTEIN_FUZZ_CASES=1: {name}:\n{text}\n{exception}");
            }
        }

        TestContext.Out.WriteLine($"{cases} cases from seed {seed}.");
    }

    private static string Damage(string text, Random random)
    {
        for (var count = random.Next(1, 6); count > 0; count--)
        {
            var place = random.Next(text.Length + 1);
            var length = random.Next(Math.Min(40, text.Length - place + 1));
            text = random.Next(4) switch
            {
                0 => text.Remove(place, length),
                1 => text.Insert(place, Fragments[random.Next(Fragments.Length)]),
                2 => text.Remove(place, length).Insert(place, Fragments[random.Next(Fragments.Length)]),
                _ => text.Insert(random.Next(text.Length + 1), text.Substring(place, length)),
            };
        }

        return text;
    }
}
