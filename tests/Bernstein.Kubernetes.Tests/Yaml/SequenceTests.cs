namespace Bernstein.Kubernetes.Tests.Yaml;

public sealed class SequenceTests
{
    private static readonly Node List = Manifest.Object("kind: A\nb: [c, d]\n").Root["b"];

    [TestCase(0, "c")]
    [TestCase(1, "d")]
    [TestCase(2, null)]
    [TestCase(-1, null)]
    public void An_item_is_found_by_its_index_and_none_beyond(int index, string? expected) => List[index].Text.ShouldBe(expected);
}
