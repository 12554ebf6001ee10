namespace Bernstein.Kubernetes.Tests;

/// <summary>The door of the library.</summary>
public sealed class ManifestValidatorTests
{
    private const string Ingress =
        "apiVersion: networking.k8s.io/v1beta1\nkind: Ingress\nmetadata: {name: a}\nspec: {backend: {serviceName: b, servicePort: 80}}\n";

    [Test]
    public void A_finding_says_where_what_and_how_it_is_mended()
    {
        var finding = Manifest
            .Of("apiVersion: v1\nkind: Service\nmetadata: {name: a}\nspec:\n  ports: [{port: 80, targetport: 8080}]\n")
            .ShouldHaveSingleItem();
        $"{finding.Location} {finding.Path}".ShouldBe("x.yaml:5 spec.ports[0].targetport");
        finding.Message.ShouldBe("Service a.spec.ports[0] has no field targetport (did you mean targetPort?)");
        var edit = finding.Mend.ShouldNotBeNull().Edits.ShouldHaveSingleItem();
        (edit.Path, edit.Value).ShouldBe(("spec.ports[0].targetport", "targetPort"));
    }

    [TestCase("1.21")]
    [TestCase(null)]
    public void A_version_takes_what_it_serves(string? version) => Manifest.Of(Ingress, version).ShouldBeEmpty();

    [Test]
    public void A_version_refuses_what_it_does_not_serve() =>
        Manifest
            .Of(Ingress, "1.22")
            .ShouldHaveSingleItem()
            .Message.ShouldBe(
                "Ingress a is networking.k8s.io/v1beta1, which Kubernetes 1.22 does not serve; it serves networking.k8s.io/v1"
            );

    [Test]
    public void What_is_not_YAML_is_a_finding() =>
        Manifest.Of("a: [\n").ShouldHaveSingleItem().Message.ShouldStartWith("not YAML from here on: ");

    [Test]
    public void A_key_that_stands_twice_is_a_finding() =>
        Manifest
            .Of("apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a}\ndata: {b: c, b: d}\n")
            .ShouldHaveSingleItem()
            .Path.ShouldBe("data.b");

    [Test]
    public void A_folder_is_read_with_its_folders()
    {
        using var folder = new TemporaryFolder();
        Directory.CreateDirectory(folder.In("below"));
        File.WriteAllText(folder.In("below/a.yml"), "apiVersion: v1\nkind: Pood\nmetadata: {name: a}\n");
        ManifestValidator.Validate(ManifestFolder.Read(folder.Path)).ShouldHaveSingleItem().Location!.File.ShouldBe("below/a.yml");
    }

    [Test]
    public void The_versions_are_those_of_the_types() =>
        (ManifestValidator.Oldest < new Version(1, 22) && ManifestValidator.Newest > new Version(1, 22)).ShouldBeTrue();
}
