namespace Bernstein.Kubernetes.Tests.Yaml;

public sealed class MappingTests
{
    private static readonly Mapping Map = (Mapping)Manifest.Object("kind: A\nb: 1\nb: 2\n").Root;

    [Test]
    public void Of_a_key_that_comes_twice_the_last_counts()
    {
        Map["b"].Number.ShouldBe(2);
        Map.Duplicates.ShouldHaveSingleItem().Value.Number.ShouldBe(2);
        Map.Entries.Select(entry => entry.Key).ShouldBe(["kind", "b"]);
    }

    [Test]
    public void A_mapping_is_no_text() => (Map.Text, Map.Number, Map.Items.Count).ShouldBe((null, null, 0));
}
