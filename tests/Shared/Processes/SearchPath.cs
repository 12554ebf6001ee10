using System.Security.Cryptography;

namespace Bernstein;

/// <summary>
/// Where the commands of a test find programs: a folder with the tools of POSIX, the .NET SDK, npm and unzip, and with what the test names by
/// <see cref="NeedsAttribute"/>. A program that is installed here and not named there is not found, so that no test needs it unnoticed.
/// </summary>
internal static class SearchPath
{
    /// <summary>What a machine has that runs the scripts of this project.</summary>
    internal static readonly string[] Ordinary = """
        [ awk base64 basename bash cat chmod chown cksum cmp comm cp cut date df diff dirname env expr false find flock
        grep gzip head id kill ln ls mkdir mkfifo mktemp mv od paste printf pwd readlink rm rmdir sed seq setpriv sh
        sleep sort stat stty sync tail tar tee test timeout touch tr true uname uniq wc xargs yes
        dotnet node npm unzip
        """.Split([' ', '\n']);

    private static readonly ConcurrentDictionary<string, Lazy<string>> Folders = new();

    /// <summary>The value of PATH for a command of the test that runs.</summary>
    internal static string OfThisTest =>
        // A link needs rights on Windows, where the tests start dotnet and Helm only.
        OperatingSystem.IsWindows()
            ? Environment.GetEnvironmentVariable("PATH") ?? ""
            : FolderOf([
                .. TestContext.CurrentContext.Test.AllPropertyValues(NeedsAttribute.Property).Select(name => $"{name}").Distinct(),
            ]);

    /// <summary>Every file on PATH that has a program's name, the one that a shell would take first.</summary>
    /// <param name="program">The name, without a folder and without the .exe that it has on Windows.</param>
    /// <param name="path">The value of PATH; null for that of this process.</param>
    internal static IEnumerable<string> Find(string program, string? path = null) =>
        (path ?? Environment.GetEnvironmentVariable("PATH") ?? "")
            .Split(Path.PathSeparator)
            .Select(folder => Path.Combine(folder, OperatingSystem.IsWindows() ? $"{program}.exe" : program))
            .Where(File.Exists);

    private static string FolderOf(IReadOnlyCollection<string> needed) =>
        Folders.GetOrAdd(string.Join(' ', needed), _ => new Lazy<string>(() => Linked(needed))).Value;

    // The folder is named for its content, and so is never one that an earlier run left in another state.
    private static string Linked(IReadOnlyCollection<string> needed)
    {
        var programs = Ordinary
            .Select(name => (Name: name, Path: Find(name).FirstOrDefault()))
            .Concat(needed.Select(name => (Name: name, NeededProgram.Of(name).Path)))
            .Where(program => program.Path is not null)
            .ToArray();
        var content = string.Join('\n', programs.Select(program => $"{program.Name}={program.Path}"));
        var parent = Directory.CreateDirectory(Project.In("artifacts", "programs")).FullName;
        var folder = Path.Combine(parent, Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(content)))[..16]);
        if (Directory.Exists(folder))
        {
            return folder;
        }

        var half = Directory.CreateDirectory(Path.Combine(parent, Path.GetRandomFileName())).FullName;
        foreach (var program in programs)
        {
            File.CreateSymbolicLink(Path.Combine(half, program.Name), program.Path!);
        }

        try
        {
            Directory.Move(half, folder);
        }
        catch (IOException) when (Directory.Exists(folder))
        {
            // The other project of tests was faster.
            Directory.Delete(half, recursive: true);
        }

        return folder;
    }
}
