using System.Formats.Tar;
using System.IO.Compression;

namespace Bernstein.Chart.Tests.Scripts.Package;

/// <summary>scripts/package --check: the judge as a .NET tool and as a native program says what the judge of the working copy says.</summary>
[NeedsUnix("the shell")]
[Needs("git")]
public sealed class JudgeTests : FolderTest
{
    private static readonly TemporaryFolder Built = new();

    private static readonly string Packages =
        Environment.GetEnvironmentVariable("NUGET_PACKAGES")
        ?? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");

    private static readonly Lazy<CommandResult> Package = new(() => Packaged("--no-native"));

    [OneTimeTearDown]
    public static void RemoveBuilt() => Built.Dispose();

    [Test]
    public void A_tool_is_installed_from_a_folder_and_judges_the_same()
    {
        Made(Package.Value, $"bernstein-check.{WorkingCopy.Version}.nupkg").ShouldNotBeNull();
        NameTheFolderAlone();
        string[] install = ["tool", "install", "bernstein-check", "--tool-path", Folder.In("tools")];
        new Command("dotnet", [.. install, "--configfile", Folder.In("nuget.config")]).Run();
        new Command(Folder.In("tools/bernstein-check"), ["--version"]).Run().Output.ShouldBe($"{WorkingCopy.Version}\n");
        JudgesTheSame(Folder.In("tools/bernstein-check"));
    }

    [Test]
    [Needs("clang", "ld", "ld.bfd", "objcopy")]
    public void A_native_program_judges_the_same()
    {
        if (Environment.GetEnvironmentVariable("BERNSTEIN_NATIVE") is not { Length: > 0 })
        {
            Assert.Ignore("compiling the native program takes minutes: set BERNSTEIN_NATIVE=1");
        }

        var package = Packaged();
        using (
            var stream = new GZipStream(File.OpenRead(Made(package, ".tar.gz").ShouldNotBeNull(package.Error)), CompressionMode.Decompress)
        )
        {
            TarFile.ExtractToDirectory(stream, Folder.Path, overwriteFiles: false);
        }

        JudgesTheSame(Folder.In("bernstein-check"));
        // It opens its outputs itself, where dotnet has opened something before.
        const string closed =
            "for closed in '2>&- >&-' '>&-' '2>&-' '<&-'; do eval \"\\\"$0\\\" nowhere $closed\" >/dev/null; echo $?; done";
        new Command("sh", ["-c", closed, Folder.In("bernstein-check")]).Run().Output.ShouldBe("2\n2\n2\n2\n");
    }

    [Test]
    public void The_library_is_used_by_the_program_that_its_readme_shows()
    {
        Made(Package.Value, $"Bernstein.Kubernetes.{WorkingCopy.Version}.nupkg").ShouldNotBeNull();
        NameTheFolderAlone();
        var readme = File.ReadAllText(Project.In("src", "Bernstein.Kubernetes", "README.md"));
        Folder.Write("Program.cs", readme.Split("```csharp")[1].Split("```")[0]);
        Folder.Write(
            "Program.csproj",
            $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup><OutputType>Exe</OutputType><TargetFramework>net10.0</TargetFramework><ImplicitUsings>enable</ImplicitUsings></PropertyGroup>
              <ItemGroup><PackageReference Include="Bernstein.Kubernetes" Version="{WorkingCopy.Version}" /></ItemGroup>
            </Project>
            """
        );
        Folder.Write(
            "manifests/a.yaml",
            "apiVersion: v1\nkind: Service\nmetadata: {name: a}\nspec:\n  type: Nodeport\n  ports: [{port: 80}]\n"
        );
        new Command("dotnet", ["run", "--project", Folder.In("Program.csproj")])
        {
            WorkingDirectory = Folder.Path,
            // What has one version differs from run to run, so it is kept from the packages of the user; the parser of YAML is taken from there.
            Environment = new Dictionary<string, string> { ["RestorePackagesPath"] = Folder.In("packages") },
        }
            .Run()
            .Output.ShouldBe(
                "a.yaml:5: spec.type: Service a.spec.type is the text \"Nodeport\"; asked for is one of ClusterIP, NodePort, LoadBalancer, ExternalName Write type: NodePort\n"
            );
    }

    private void NameTheFolderAlone() =>
        Folder.Write(
            "nuget.config",
            $"""
            <configuration>
              <packageSources><clear /><add key="folder" value="{Built.Path}" /></packageSources>
              <fallbackPackageFolders><add key="user" value="{Packages}" /></fallbackPackageFolders>
            </configuration>
            """
        );

    private static CommandResult Packaged(params string[] more) =>
        (PackageScript.Of(Project.Root, [Built.Path, "--check", .. more]) with { Timeout = TimeSpan.FromMinutes(15) }).Run();

    private static string? Made(CommandResult package, string ending) =>
        package.Output.TrimEnd().Split('\n').SingleOrDefault(path => path.EndsWith(ending, StringComparison.Ordinal));

    private static void JudgesTheSame(string program)
    {
        var submissions = Directory.EnumerateDirectories(Project.In("tests", "Bernstein.Check.Tests", "Submissions"));
        foreach (var format in new[] { "text", "json", "junit", "markdown", "sarif", "csv" })
        {
            using var bytes = new MemoryStream();
            // JUnit's head names the encoding of the writer.
            using var output = new StreamWriter(bytes, new UTF8Encoding(false)) { NewLine = "\n" };
            using var error = new StringWriter { NewLine = "\n" };
            string[] arguments = [.. submissions.Order(StringComparer.Ordinal), "nowhere", "--format", format];
            new CheckCommand(output, error).Run(arguments).ShouldBe(2);
            output.Flush();
            var expected = Encoding.UTF8.GetString(bytes.ToArray());
            expected.Length.ShouldBeGreaterThan(1_000);
            var found = new Command(program, arguments).TryRun();
            (found.ExitCode, found.Output, found.Error).ShouldBe((2, expected, $"{error}"), format);
        }
    }
}
