namespace Bernstein.Kubernetes.Tests.Yaml;

public sealed class NodeMendsTests
{
    private static readonly Node Service = Manifest
        .Object("kind: Service\nmetadata: {name: a}\nspec: {type: X, ports: [{port: 80}]}\n")
        .Root;

    [Test]
    public void A_mend_names_the_field_that_it_changes()
    {
        Service.At("spec").ToWrite("type", "NodePort").Sentence.ShouldBe("Write type: NodePort");
        Service.At("spec.type").ToRemove().Sentence.ShouldBe("Remove type.");
        Service.At("spec.ports[0]").ToRemove().Sentence.ShouldBe("Remove Service a.spec.ports[0].");
        Service.At("spec").ToRename("type", "kind").Sentence.ShouldBe("Write kind for type.");
    }

    [Test]
    public void A_finding_at_a_value_has_its_line_and_its_path()
    {
        var finding = Service.At("spec.type").Refused("no");
        ($"{finding.Location}", finding.Path, finding.Mend).ShouldBe(("x.yaml:3", "spec.type", null));
    }
}
