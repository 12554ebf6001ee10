namespace Bernstein;

/// <summary>A program that some tests need and that neither the .NET SDK, npm and unzip nor scripts/setup bring.</summary>
/// <param name="Name">Its name on PATH.</param>
/// <param name="Package">The package of Debian that it is in; null for one that Debian does not have.</param>
/// <param name="Elsewhere">Where else it may be: other names, or paths, in which * stands for a folder.</param>
internal sealed record NeededProgram(string Name, string? Package, params IReadOnlyList<string> Elsewhere)
{
    private static readonly Dictionary<string, NeededProgram> All = new NeededProgram[]
    {
        new("chromium", "chromium", "google-chrome", "chrome"),
        new("clang", "clang", "gcc"),
        new("docker-registry", "docker-registry"),
        new("git", "git"),
        new("gpg", "gnupg"),
        new("gpgconf", "gnupg"),
        new("haproxy", "haproxy", "/usr/sbin/haproxy"),
        new("initdb", "postgresql", "/usr/lib/postgresql/*/bin/initdb"),
        new("jq", "jq"),
        new("ld", "binutils"),
        // The linker by the name that the native compiler asks the C compiler for.
        new("ld.bfd", "binutils"),
        new("make", "make"),
        new("objcopy", "binutils"),
        new("openssl", "openssl"),
        new("patch", "patch"),
        new("pg_dump", "postgresql"),
        new("pg_restore", "postgresql"),
        new("pgbouncer", "pgbouncer", "/usr/sbin/pgbouncer"),
        new("postgres", "postgresql", "/usr/lib/postgresql/*/bin/postgres"),
        new("promtool", "prometheus"),
        new("psql", "postgresql"),
        new("redis-cli", "redis-server"),
        new("redis-server", "redis-server"),
        new("script", "bsdutils"),
    }.ToDictionary(program => program.Name);

    /// <summary>Where it is; null where this machine does not have it. A variable with its name in capitals ($CHROMIUM) leads to another one.</summary>
    internal string? Path =>
        Environment.GetEnvironmentVariable(Name.Replace('-', '_').ToUpperInvariant()) is { Length: > 0 } path && File.Exists(path)
            ? path
            : Elsewhere.Prepend(Name).SelectMany(Find).FirstOrDefault();

    /// <summary>That of a name.</summary>
    /// <exception cref="ArgumentException">There is none.</exception>
    internal static NeededProgram Of(string name) =>
        All.TryGetValue(name, out var found)
            ? found
            : throw new ArgumentException($"add {name} and its package to {nameof(NeededProgram)}");

    private static IEnumerable<string> Find(string place)
    {
        if (!place.StartsWith('/'))
        {
            return SearchPath.Find(place);
        }

        if (!place.Contains('*', StringComparison.Ordinal))
        {
            return new[] { place }.Where(File.Exists);
        }

        var (parent, rest) = (place[..place.IndexOf('*')], place[(place.IndexOf('*') + 2)..]);
        return Directory.Exists(parent)
            ? Directory.EnumerateDirectories(parent).Select(folder => System.IO.Path.Combine(folder, rest)).Where(File.Exists)
            : [];
    }
}
