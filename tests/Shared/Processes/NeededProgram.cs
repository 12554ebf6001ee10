namespace Bernstein;

/// <summary>A program that some tests need and that neither the .NET SDK, npm and unzip nor scripts/setup bring.</summary>
/// <param name="Name">Its name on PATH.</param>
/// <param name="Package">The package of Debian that it is in; null for one that Debian does not have.</param>
/// <param name="OtherNames">What else it may be called.</param>
internal sealed record NeededProgram(string Name, string? Package, params IReadOnlyList<string> OtherNames)
{
    // Where Debian puts what is for an administrator, or for one version of a server.
    private static readonly string Folders = string.Join(
        System.IO.Path.PathSeparator,
        new[] { "/usr/lib/postgresql" }
            .Where(Directory.Exists)
            .SelectMany(Directory.EnumerateDirectories)
            .Select(version => $"{version}/bin")
            .Prepend("/usr/sbin")
            .Prepend(Environment.GetEnvironmentVariable("PATH"))
    );

    private static readonly Dictionary<string, NeededProgram> All = new NeededProgram[]
    {
        new("chromium", "chromium", "google-chrome", "chrome"),
        new("clang", "clang", "gcc"),
        new("docker-registry", "docker-registry"),
        new("git", "git"),
        new("gpg", "gnupg"),
        new("gpgconf", "gnupg"),
        new("haproxy", "haproxy"),
        new("initdb", "postgresql"),
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
        new("pgbouncer", "pgbouncer"),
        new("postgres", "postgresql"),
        new("promtool", "prometheus"),
        new("psql", "postgresql"),
        new("redis-cli", "redis-server"),
        new("redis-server", "redis-server"),
        new("script", "bsdutils"),
    }.ToDictionary(program => program.Name);

    /// <summary>Where it is; null where this machine does not have it. A variable with its name in capitals ($CHROMIUM) leads to another one.</summary>
    internal string? Path =>
        Project.Variable(Name.Replace('-', '_').ToUpperInvariant()) is { } path && File.Exists(path)
            ? path
            : OtherNames.Prepend(Name).SelectMany(name => SearchPath.Find(name, Folders)).FirstOrDefault();

    /// <summary>That of a name.</summary>
    /// <exception cref="ArgumentException">There is none.</exception>
    internal static NeededProgram Of(string name) =>
        All.TryGetValue(name, out var found)
            ? found
            : throw new ArgumentException($"add {name} and its package to {nameof(NeededProgram)}");
}
