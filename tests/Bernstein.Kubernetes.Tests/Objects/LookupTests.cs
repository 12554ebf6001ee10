namespace Bernstein.Kubernetes.Tests.Objects;

public sealed class LookupTests
{
    private static readonly ManifestFolder Folder = Manifest.Folder(
        "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a}\ndata: {HOST: redis}\n---\napiVersion: v1\nkind: Secret\nmetadata: {name: b}\ndata: {KEY: cmVkaXM=}\n"
    );

    [Test]
    public void A_value_is_found_and_a_secret_is_decoded()
    {
        Folder.Value("ConfigMap", "default", "a", "HOST").ShouldBe("redis");
        Folder.Value("Secret", "default", "b", "KEY").ShouldBe("redis");
        Folder.Value("ConfigMap", "other", "a", "HOST").ShouldBeNull();
    }

    [TestCase("a", "HOSTS", "which exists, but without that key (did you mean HOST?)")]
    [TestCase("aa", null, "which is not among the files (did you mean a?)")]
    public void Why_a_name_leads_nowhere_is_said(string name, string? key, string expected) =>
        Folder.WhyNot("ConfigMap", "default", name, key).ShouldBe(expected);

    [Test]
    public void A_name_of_another_namespace_is_said() =>
        Folder.WhyNot("ConfigMap", "other", "a", null).ShouldBe("which is in the namespace default and not in other");
}
