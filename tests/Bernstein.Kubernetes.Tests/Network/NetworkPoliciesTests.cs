namespace Bernstein.Kubernetes.Tests.Network;

public sealed class NetworkPoliciesTests
{
    private const string Pods =
        "apiVersion: v1\nkind: Pod\nmetadata: {name: a, labels: {app: a}}\n---\napiVersion: v1\nkind: Pod\nmetadata: {name: b, labels: {app: b}}\n---\n";

    private const string Policy = "apiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\nmetadata: {name: c}\nspec: ";

    [TestCase("{podSelector: {matchLabels: {app: b}}}", false)]
    [TestCase("{podSelector: {matchLabels: {app: a}}}", true)]
    [TestCase("{podSelector: {}, ingress: [{}]}", true)]
    [TestCase("{podSelector: {}, ingress: [{from: [{podSelector: {matchLabels: {app: a}}}]}]}", true)]
    [TestCase("{podSelector: {}, ingress: [{ports: [{port: 81}]}]}", false)]
    [TestCase("{podSelector: {}, ingress: [{ports: [{port: 79, endPort: 90}]}]}", true)]
    [TestCase("{podSelector: {}, policyTypes: [Egress]}", false)]
    public void Traffic_is_allowed_where_both_ends_allow_it(string policy, bool expected)
    {
        var folder = Manifest.Folder(Pods + Policy + policy + "\n");
        var (from, to) = (NetworkPeer.Of(new Workload(folder.Objects[0])), NetworkPeer.Of(new Workload(folder.Objects[1])));
        new NetworkPolicies(folder, new Version(1, 30)).Allow(from, to, 80).ShouldBe(expected);
    }
}
