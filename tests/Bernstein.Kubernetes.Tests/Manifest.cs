namespace Bernstein.Kubernetes.Tests;

/// <summary>A manifest, as text.</summary>
internal static class Manifest
{
    /// <summary>Everything that is refused.</summary>
    internal static IReadOnlyList<Finding> Of(string text, string? version = null) =>
        ManifestValidator.Validate(Folder(text), version is null ? null : Version.Parse(version));

    /// <summary>The manifests of a text.</summary>
    internal static ManifestFolder Folder(string text) => ManifestFolder.Read(new MemoryStream(Encoding.UTF8.GetBytes(text)), "x.yaml");

    /// <summary>The one document of a text, whatever it lacks.</summary>
    internal static KubernetesObject Object(string text) => new(YamlReader.Read("x.yaml", text).Documents.Single());
}
