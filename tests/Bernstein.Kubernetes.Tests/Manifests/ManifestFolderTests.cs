namespace Bernstein.Kubernetes.Tests.Manifests;

public sealed class ManifestFolderTests
{
    [Test]
    public void A_stream_is_one_file_and_no_folder()
    {
        var folder = Manifest.Folder("apiVersion: v1\nkind: Pod\nmetadata: {name: a}\n");
        (folder.IsFolder, folder.Objects.Count, folder.PathOf("x.yaml")).ShouldBe((false, 1, "x.yaml"));
        folder.OfKind("Pod").ShouldHaveSingleItem().Name.ShouldBe("a");
    }

    [TestCase("manifests/", "manifests/a.yaml")]
    [TestCase("manifests", "manifests/a.yaml")]
    public void A_path_is_that_seen_from_where_the_folder_was_named(string folder, string expected) =>
        new ManifestFolder(folder, []).PathOf("a.yaml").ShouldBe(expected);
}
