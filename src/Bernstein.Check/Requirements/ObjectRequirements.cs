using System.Text;
using Bernstein.Check.Kubernetes;
using Bernstein.Check.Manifests;
using Bernstein.Check.Yaml;

namespace Bernstein.Check.Requirements;

/// <summary>What holds for every object whatever it is: its schema, its scope, its encoding, its API version.</summary>
internal static class ObjectRequirements
{
    private static readonly UTF8Encoding StrictUtf8 = new(false, throwOnInvalidBytes: true);

    internal static Requirement Schema() =>
        new(
            "wiring.schema",
            Severity.Wiring,
            "Every document is one that the API server takes: valid for its API version, and not refused by the API's own validation.",
            "kubectl refuses the file, or Kubernetes drops what it does not know without a word.",
            "Correct the field that is named; kubectl explain KIND.PATH says what is allowed there.",
            submission =>
            {
                var faults = submission
                    .Folder.Remarks.Where(remark => remark.IsFault)
                    .Select(remark => new Finding(remark.Message, remark.Location))
                    .ToArray();
                var custom = CustomKinds.Of(submission.Manifests.Objects);
                return submission.Manifests.Objects.Count + faults.Length == 0
                    ? Verdict.NotJudged("there is no document")
                    : Verdict.Of(
                        submission
                            .Manifests.Objects.SelectMany(found =>
                                Duplicates(found.Root, found.ToString())
                                    .Concat(SchemaValidator.Validate(found, submission.KubernetesVersion, custom))
                            )
                            .Concat(faults)
                    );
            }
        );

    internal static Requirement ScopeIsRight() =>
        new(
            "wiring.scope",
            Severity.Wiring,
            "No cluster-scoped object has a namespace.",
            "Tools that go by namespace look for the object where it can't be.",
            "Remove metadata.namespace from the object.",
            submission =>
            {
                var clusterWide = submission.Manifests.Objects.Where(found => Scope.IsClusterWide(found.Kind)).ToArray();
                return clusterWide.Length == 0
                    ? Verdict.NotJudged("there is no cluster-scoped object")
                    : Verdict.Of(
                        clusterWide
                            .Where(found => found.Root.At("metadata.namespace").IsSet)
                            .Select(found => new Finding(
                                $"{found} belongs to the whole cluster and has a namespace",
                                found.Root.At("metadata.namespace").Location
                            ))
                    );
            }
        );

    internal static Requirement SecretEncoding() =>
        new(
            "wiring.secret-encoding",
            Severity.Wiring,
            "Every value under a Secret's data is base64 of UTF-8 text with no line end after it.",
            "The password has a line end that nobody sees, and the database refuses it.",
            "Encode with printf '%s' VALUE | base64 (echo adds a line end), or write the plain text under stringData.",
            submission =>
            {
                var values = submission.Manifests.OfKind("Secret").SelectMany(secret => secret.Root["data"].Entries).ToArray();
                return values.Length == 0
                    ? Verdict.NotJudged("no Secret has values under data")
                    : Verdict.Of(
                        values
                            .Where(entry => entry.Value.IsSet)
                            .Select(entry => (entry, Reason: WhyBadlyEncoded(entry.Value.Text ?? "?")))
                            .Where(found => found.Reason is not null)
                            .Select(found => new Finding($"{found.entry.Key} {found.Reason}", found.entry.Value.Location))
                    );
            }
        );

    internal static Requirement IngressApi() =>
        new(
            "wiring.ingress-api",
            Severity.Wiring,
            "The Ingress API version is one that the target Kubernetes version serves.",
            "kubectl apply answers: no matches for kind \"Ingress\".",
            "Use networking.k8s.io/v1 on Kubernetes 1.19 and later.",
            submission =>
            {
                var ingresses = submission.Manifests.OfKind("Ingress").ToArray();
                return submission.KubernetesVersion is not { } version ? Verdict.NotJudged("no Kubernetes version was given")
                    : ingresses.Length == 0 ? Verdict.NotJudged("there is no Ingress")
                    : Verdict.Of(
                        ingresses
                            .Where(ingress => !ServedApi.Serves(ingress, version))
                            .Select(ingress => new Finding(
                                $"{ingress} is {ingress.ApiVersion}, which Kubernetes {version.ToString(2)} does not serve",
                                ingress.Root["apiVersion"].Location
                            ))
                    );
            }
        );

    private static IEnumerable<Finding> Duplicates(Node node, string name) =>
        node switch
        {
            { HasDuplicates: false } => [],
            // Of a second object in the same document a remark tells, once.
            Mapping mapping => (new KubernetesObject(mapping).SecondBegins is null ? mapping.Duplicates : [])
                .Select(entry => new Finding($"the key {entry.Key} stands twice in {name}; the last one counts", entry.Value.Location))
                .Concat(mapping.Entries.SelectMany(entry => Duplicates(entry.Value, entry.Key))),
            _ => node.Items.SelectMany(item => Duplicates(item, name)),
        };

    private static string? WhyBadlyEncoded(string value)
    {
        // Kubernetes leaves line ends out, as .NET does, but no other space.
        if (value.AsSpan().ContainsAny(' ', '\t'))
        {
            return "is not base64";
        }

        try
        {
            var text = StrictUtf8.GetString(Convert.FromBase64String(value));
            return text is [.., '\n' or '\r'] ? "ends with a line end once it is decoded" : null;
        }
        catch (Exception exception) when (exception is FormatException or ArgumentException)
        {
            return exception is FormatException ? "is not base64" : "is not UTF-8 text once it is decoded";
        }
    }
}
