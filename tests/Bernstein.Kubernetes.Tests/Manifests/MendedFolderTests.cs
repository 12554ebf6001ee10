namespace Bernstein.Kubernetes.Tests.Manifests;

public sealed class MendedFolderTests
{
    private const string Text = "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a}\ndata: {b: c}\n";

    [Test]
    public void Mends_are_made_in_the_texts_of_the_files()
    {
        var folder = Manifest.Folder(Text);
        var mend = Mend.Of("", Edit.Set(folder.Objects[0].Root, "data.b", "d"), Edit.Add("new.yaml", "kind: B\n"));
        var mended = MendedFolder.Of(folder, [mend]);
        mended.In(folder).Select(file => file.Text).ShouldBe([Text.Replace("b: c", "b: d"), "kind: B\n"]);
        (mended.Made, mended.Left.Count).ShouldBe((2, 0));
    }

    [Test]
    public void Of_two_mends_of_one_place_the_first_is_made()
    {
        var folder = Manifest.Folder(Text);
        var root = folder.Objects[0].Root;
        var mended = MendedFolder.Of(folder, [Mend.Of("", Edit.Set(root, "data.b", "d")), Mend.Of("", Edit.Set(root, "data.b", "e"))]);
        (mended.Texts["x.yaml"], mended.Left.Count).ShouldBe((Text.Replace("b: c", "b: d"), 1));
    }
}
