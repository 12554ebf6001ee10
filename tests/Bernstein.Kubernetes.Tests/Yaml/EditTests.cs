namespace Bernstein.Kubernetes.Tests.Yaml;

public sealed class EditTests
{
    private static readonly Node Service = Manifest.Object("kind: Service\nspec:\n  ports:\n  - port: 80\n").Root;

    [Test]
    public void An_edit_below_a_value_is_one_of_the_object()
    {
        var edit = Edit.Set(Service.At("spec.ports[0]"), "targetPort", "8080");
        (edit.Kind, edit.File, edit.Line, edit.Path, edit.Value).ShouldBe((EditKind.Set, "x.yaml", 1, "spec.ports[0].targetPort", "8080"));
    }

    [Test]
    public void An_edit_without_a_path_is_of_the_value_itself()
    {
        Edit.Remove(Service.At("spec.ports")).Path.ShouldBe("spec.ports");
        Edit.Set(Service.At("spec.ports"), "[+]", "port: 81").Path.ShouldBe("spec.ports[+]");
        Edit.Rename(Service, "spec", "data").Path.ShouldBe("spec");
    }

    [TestCase("", "b", "b")]
    [TestCase("a", "b", "a.b")]
    [TestCase("a", "b.c", "a[\"b.c\"]")]
    public void A_key_below_a_path_is_in_brackets_where_it_holds_a_dot(string path, string key, string expected) =>
        Edit.Below(path, key).ShouldBe(expected);
}
