namespace Bernstein.Kubernetes.Tests.Yaml;

public sealed class MendTests
{
    [Test]
    public void The_same_edit_is_made_once()
    {
        var edit = Edit.Add("a.yaml", "b");
        Mend.Of("c", edit, edit).Edits.ShouldBe([edit]);
    }
}
