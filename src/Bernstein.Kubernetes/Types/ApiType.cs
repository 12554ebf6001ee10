namespace Bernstein.Kubernetes.Types;

/// <summary>A type of the Kubernetes API.</summary>
/// <param name="Name">Its name whatever its API version: <c>DeploymentSpec</c>.</param>
/// <param name="Required">The fields that must be there, those of <see cref="ApiRules.Required"/> among them.</param>
/// <param name="Fields">The type of each field: a plain one, the name of another type, or either with <c>[]</c> or <c>{}</c> before it.</param>
internal sealed record ApiType(string Name, IReadOnlyList<string> Required, IReadOnlyDictionary<string, string> Fields);
