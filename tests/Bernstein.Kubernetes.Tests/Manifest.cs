namespace Bernstein.Kubernetes.Tests;

/// <summary>A manifest, as text. The constants begin one, up to its specification.</summary>
internal static class Manifest
{
    internal const string Pod = "apiVersion: v1\nkind: Pod\nmetadata: {name: a}\nspec: ";
    internal const string Deployment = "apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: a}\nspec: ";
    internal const string DaemonSet = "apiVersion: apps/v1\nkind: DaemonSet\nmetadata: {name: a}\nspec: ";
    internal const string Service = "apiVersion: v1\nkind: Service\nmetadata: {name: a}\nspec: ";
    internal const string Ingress = "apiVersion: networking.k8s.io/v1\nkind: Ingress\nmetadata: {name: a}\nspec: ";
    internal const string NetworkPolicy = "apiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\nmetadata: {name: a}\nspec: ";
    internal const string HorizontalPodAutoscaler =
        "apiVersion: autoscaling/v2\nkind: HorizontalPodAutoscaler\nmetadata: {name: a}\nspec: ";
    internal const string Job = "apiVersion: batch/v1\nkind: Job\nmetadata: {name: a}\nspec: ";
    internal const string CronJob = "apiVersion: batch/v1\nkind: CronJob\nmetadata: {name: a}\nspec: ";
    internal const string PersistentVolume = "apiVersion: v1\nkind: PersistentVolume\nmetadata: {name: a}\nspec: ";
    internal const string PersistentVolumeClaim = "apiVersion: v1\nkind: PersistentVolumeClaim\nmetadata: {name: a}\nspec: ";

    /// <summary>Everything that is refused.</summary>
    internal static IReadOnlyList<Finding> Of(string text, string? version = null) =>
        ManifestValidator.Validate(Folder(text), version is null ? null : Version.Parse(version));

    /// <summary>The manifests of a text.</summary>
    internal static ManifestFolder Folder(string text) => ManifestFolder.Read(new MemoryStream(Encoding.UTF8.GetBytes(text)), "x.yaml");

    /// <summary>The one document of a text, whatever it lacks.</summary>
    internal static KubernetesObject Object(string text) => new(YamlReader.Read("x.yaml", text).Documents.Single());

    /// <summary>The first thing that is refused, and how it is mended.</summary>
    internal static void ShouldBeRefused(string text, string message, string? mend)
    {
        var first = Of(text)[0];
        (first.Message, first.Mend?.Sentence).ShouldBe((message, mend));
    }
}
