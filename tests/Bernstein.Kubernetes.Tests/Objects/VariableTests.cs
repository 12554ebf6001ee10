namespace Bernstein.Kubernetes.Tests.Objects;

public sealed class VariableTests
{
    private const string Map = "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a}\ndata: {HOST: redis}\n---\n";

    [TestCase("env: [{name: HOST, value: b}]", "b", "Literal")]
    [TestCase("env: [{name: HOST, valueFrom: {configMapKeyRef: {name: a, key: HOST}}}]", "redis", "ConfigMap")]
    [TestCase("envFrom: [{configMapRef: {name: a}}]", "redis", "ConfigMap")]
    [TestCase("env: [{name: HOST, value: b}], envFrom: [{configMapRef: {name: a}}]", "b", "Literal")]
    [TestCase("env: [{name: HOST, valueFrom: {secretKeyRef: {name: c, key: d}}}]", null, "Secret")]
    public void A_variable_has_the_value_that_Kubernetes_gives_it(string container, string? value, string source)
    {
        var folder = Manifest.Folder($"{Map}apiVersion: v1\nkind: Pod\nmetadata: {{name: p}}\nspec: {{containers: [{{{container}}}]}}\n");
        var found = Variable.Find(folder, new Workload(folder.Objects[1]), "HOST").ShouldNotBeNull();
        (found.Value, $"{found.Source}").ShouldBe((value, source));
    }
}
