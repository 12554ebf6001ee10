using System.Security.Cryptography;

namespace Bernstein.Chart.Tests.Harness;

/// <summary>What a rendering depends on, and so the key that renderings are cached by.</summary>
internal sealed record ChartOptions
{
    /// <summary>A profile: the name of a file under values/, or several with a + between them; null for none.</summary>
    internal string? Profile { get; init; }

    /// <summary>Values as YAML, over those of the profile.</summary>
    internal string Values { get; init; } = "";

    /// <summary>The version of Kubernetes to render for; null for Helm's own idea.</summary>
    internal string? KubernetesVersion { get; init; }

    /// <summary>The version of Helm; null for the one that is there.</summary>
    internal string? HelmVersion { get; init; }

    /// <summary>The name of the release.</summary>
    internal string Release { get; init; } = "bernstein";

    /// <summary>The namespace that Helm installs into; null for Helm's own idea.</summary>
    internal string? Namespace { get; init; }

    /// <summary>The arguments for <c>helm template</c> and <c>helm lint</c>.</summary>
    internal IReadOnlyList<string> Arguments =>
        [
            .. (Profile?.Split('+') ?? []).SelectMany(name => new[] { "--values", Quoted(Project.In("values", $"{name}.yaml")) }),
            .. Values.Length == 0 ? Array.Empty<string>() : ["--values", Quoted(ValuesFile())],
            .. KubernetesVersion is null ? Array.Empty<string>() : ["--kube-version", KubernetesVersion],
            .. Namespace is null ? Array.Empty<string>() : ["--namespace", Namespace],
        ];

    // Helm takes a comma for the end of a name, unless quotes stand around it.
    private static string Quoted(string path) =>
        path.IndexOfAny([',', '"']) >= 0 ? $"\"{path.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : path;

    /// <summary>
    /// The values in a file: on Helm's command line their types would be guessed. The file is named for its content and stays,
    /// so that a command line in a message can be run again by hand.
    /// </summary>
    private string ValuesFile()
    {
        var folder = Directory.CreateDirectory(Project.In("artifacts", "values")).FullName;
        var path = Path.Combine(folder, $"{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Values)))[..16]}.yaml");
        if (!File.Exists(path))
        {
            var half = Path.Combine(folder, Path.GetRandomFileName());
            File.WriteAllText(half, Values);
            File.Move(half, path, overwrite: true);
        }

        return path;
    }
}
