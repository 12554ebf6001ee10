namespace Bernstein.Check.Tests.Mends;

public sealed class SchemaMendTests : MendCaseTests<SchemaMendTests>
{
    [TestCase("apps/v1", "spec: {template: {}}", "Deployment")]
    [TestCase("v1", "spec: {ports: [{port: 1}]}", "Service")]
    [TestCase("v1", "data: {a: b}", "ConfigMap")]
    [TestCase("v1", "type: Opaque", "Secret")]
    [TestCase("v1", "spec: {accessModes: []}", "PersistentVolumeClaim")]
    [TestCase("networking.k8s.io/v1", "spec: {rules: []}", "Ingress")]
    [TestCase("rbac.authorization.k8s.io/v1", "rules: []", "ClusterRole")]
    [TestCase("rbac.authorization.k8s.io/v1", "metadata: {name: a, namespace: b}\nrules: []", "Role")]
    [TestCase("gateway.networking.k8s.io/v1", "spec: {rules: []}", null)]
    [TestCase("v1", "metadata: {name: b}", null)]
    public void A_kind_that_there_is_not_is_told_by_the_fields_of_the_object(string version, string fields, string? kind) =>
        Sample
            .Reference.Holding("things.yaml", $"apiVersion: {version}\nkind: Thingummy\nmetadata: {{name: a}}\n{fields}\n")
            .Assess()
            .Mends.SelectMany(mend => mend.Edits)
            .Where(edit => edit.Path == "kind")
            .Select(edit => edit.Value)
            .ShouldBe(kind is null ? [] : [kind]);

    [Test]
    public void A_file_beside_the_flat_files_may_hold_braces_and_end_with_a_line_of_dashes() =>
        Sample
            .Reference.Holding("extra.yaml", "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: extra}\ndata:\n  a: \"{{ .b }}\"\n---\n")
            .Assess()
            .Submission.Folder.Remarks.ShouldBeEmpty();
}
