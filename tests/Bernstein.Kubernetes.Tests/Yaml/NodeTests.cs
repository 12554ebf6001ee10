namespace Bernstein.Kubernetes.Tests.Yaml;

public sealed class NodeTests
{
    private static readonly Node Pod = Manifest
        .Object("kind: Pod\nmetadata: {name: a}\nspec:\n  containers:\n  - name: b\n    ports: [{containerPort: 80}]\n")
        .Root;

    [TestCase("spec.containers[0].ports[0].containerPort", "containers[0].ports[0].containerPort")]
    [TestCase("spec.containers[0].image", "spec.containers[0].image")]
    [TestCase("spec.volumes[1]", "Pod a.spec.volumes[1]")]
    public void A_value_knows_its_way_whether_it_is_written_or_not(string path, string shown)
    {
        var found = Pod.At(path);
        (found.Path, $"{found}").ShouldBe((path, shown));
        found.Root.ShouldBeSameAs(Pod);
    }

    [Test]
    public void What_is_not_written_stands_where_the_nearest_value_above_it_does()
    {
        var missing = Pod.At("spec.containers[0].image");
        (missing.IsSet, missing.Text, missing.Location.Line).ShouldBe((false, null, 5));
    }

    [Test]
    public void What_an_alias_repeats_stands_at_its_anchor() =>
        Manifest.Object("kind: A\nb: &c {d: e}\nf: *c\n").Root.At("f.d").Path.ShouldBe("b.d");

    [Test]
    public void The_path_to_a_value_leads_there_and_is_null_from_elsewhere()
    {
        var port = Pod.At("spec.containers[0].ports[0]");
        Pod.At("spec").PathTo(port).ShouldBe("containers[0].ports[0]");
        Pod.At("metadata").PathTo(port).ShouldBeNull();
        Pod.PathTo(Pod.At("spec.volumes")).ShouldBeNull();
    }

    [Test]
    public void A_key_that_holds_a_dot_stands_in_brackets() =>
        Manifest.Object("kind: A\nlabels: {b.c/d: e}\n").Root["labels"]["b.c/d"].Path.ShouldBe("labels[\"b.c/d\"]");
}
