using System.Formats.Tar;
using System.IO.Compression;

namespace Bernstein.Chart.Tests.Scripts.Package;

/// <summary>scripts/package --check: the judge as a .NET tool and as a native program says what the judge of the working copy says.</summary>
[NeedsUnix("the shell")]
[Needs("git")]
public sealed class JudgeTests
{
    private static readonly TemporaryFolder Built = new();

    private static readonly string Packages =
        Environment.GetEnvironmentVariable("NUGET_PACKAGES")
        ?? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");

    private static readonly string Submissions = Project.In("tests", "Bernstein.Check.Tests", "Submissions");

    /// <summary>Whether the native program is to be compiled too, which takes minutes: by $BERNSTEIN_NATIVE.</summary>
    private static bool IsNative => Environment.GetEnvironmentVariable("BERNSTEIN_NATIVE") is { Length: > 0 };

    private static readonly Lazy<CommandResult> Package = new(() => Packaged("--no-native"));

    private static readonly Lazy<CommandResult> NativePackage = new(() => Packaged());

    private readonly TemporaryFolder _folder = new();

    [TearDown]
    public void Remove() => _folder.Dispose();

    [OneTimeTearDown]
    public static void RemoveBuilt() => Built.Dispose();

    [Test]
    public void A_tool_is_installed_from_a_folder_and_judges_the_same()
    {
        File(Package, $"bernstein-check.{WorkingCopy.Version}.nupkg").ShouldNotBeNull();
        NameTheFolderAlone();
        new Command(
            "dotnet",
            ["tool", "install", "bernstein-check", "--tool-path", _folder.In("tools"), "--configfile", _folder.In("nuget.config")]
        ).Run();
        Says(new Command(_folder.In("tools/bernstein-check"), ["--version"])).ShouldBe($"{WorkingCopy.Version}\n");
        JudgesTheSame(_folder.In("tools/bernstein-check"));
    }

    [Test]
    [Needs("clang", "ld", "ld.bfd", "objcopy")]
    public void A_native_program_judges_the_same()
    {
        if (!IsNative)
        {
            Assert.Ignore("compiling the native program takes minutes: set BERNSTEIN_NATIVE=1");
        }

        var archive = File(NativePackage, ".tar.gz").ShouldNotBeNull(NativePackage.Value.Error);
        using (var stream = new GZipStream(System.IO.File.OpenRead(archive), CompressionMode.Decompress))
        {
            TarFile.ExtractToDirectory(stream, _folder.Path, overwriteFiles: false);
        }

        JudgesTheSame(_folder.In("bernstein-check"));
        // It opens its outputs itself, where dotnet has opened something before.
        Says(
                new Command(
                    "sh",
                    [
                        "-c",
                        "for closed in '2>&- >&-' '>&-' '2>&-' '<&-'; do eval \"\\\"$0\\\" nowhere $closed\" >/dev/null; echo $?; done",
                        _folder.In("bernstein-check"),
                    ]
                )
            )
            .ShouldBe("2\n2\n2\n2\n");
    }

    [Test]
    public void The_library_is_used_by_the_program_that_its_readme_shows()
    {
        File(Package, $"Bernstein.Kubernetes.{WorkingCopy.Version}.nupkg").ShouldNotBeNull();
        NameTheFolderAlone();
        var readme = System.IO.File.ReadAllText(Project.In("src", "Bernstein.Kubernetes", "README.md"));
        System.IO.File.WriteAllText(_folder.In("Program.cs"), readme.Split("```csharp")[1].Split("```")[0]);
        System.IO.File.WriteAllText(
            _folder.In("Program.csproj"),
            $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup><OutputType>Exe</OutputType><TargetFramework>net10.0</TargetFramework><ImplicitUsings>enable</ImplicitUsings></PropertyGroup>
              <ItemGroup><PackageReference Include="Bernstein.Kubernetes" Version="{WorkingCopy.Version}" /></ItemGroup>
            </Project>
            """
        );
        Directory.CreateDirectory(_folder.In("manifests"));
        System.IO.File.WriteAllText(
            _folder.In("manifests/a.yaml"),
            "apiVersion: v1\nkind: Service\nmetadata: {name: a}\nspec:\n  type: Nodeport\n  ports: [{port: 80}]\n"
        );
        // What has one version differs from run to run, so it is kept from the packages of the user; the parser of YAML is taken from there.
        var environment = new Dictionary<string, string> { ["RestorePackagesPath"] = _folder.In("packages") };
        Says(
                new Command("dotnet", ["run", "--project", _folder.In("Program.csproj")])
                {
                    WorkingDirectory = _folder.Path,
                    Environment = environment,
                }
            )
            .ShouldBe(
                "a.yaml:5: spec.type: Service a.spec.type is the text \"Nodeport\"; asked for is one of ClusterIP, NodePort, LoadBalancer, ExternalName Write type: NodePort\n"
            );
    }

    private void NameTheFolderAlone() =>
        System.IO.File.WriteAllText(
            _folder.In("nuget.config"),
            $"""
            <configuration>
              <packageSources><clear /><add key="folder" value="{Built.Path}" /></packageSources>
              <fallbackPackageFolders><add key="user" value="{Packages}" /></fallbackPackageFolders>
            </configuration>
            """
        );

    private static CommandResult Packaged(params string[] more) =>
        (PackageScript.Of(Project.Root, [Built.Path, "--check", .. more]) with { Timeout = TimeSpan.FromMinutes(15) }).Run();

    private static string? File(Lazy<CommandResult> package, string ending) =>
        package.Value.Output.TrimEnd().Split('\n').SingleOrDefault(path => path.EndsWith(ending, StringComparison.Ordinal));

    private static void JudgesTheSame(string program)
    {
        string[] folders = [.. Directory.EnumerateDirectories(Submissions).Order(StringComparer.Ordinal), "nowhere"];
        foreach (var format in new[] { "text", "json", "junit", "markdown", "sarif", "csv" })
        {
            using var bytes = new MemoryStream();
            using var output = new StreamWriter(bytes, new UTF8Encoding(false)) { NewLine = "\n" };
            using var error = new StringWriter { NewLine = "\n" };
            string[] arguments = [.. folders, "--format", format];
            new CheckCommand(output, error).Run(arguments).ShouldBe(2);
            bytes.Length.ShouldBeGreaterThan(1_000);
            var found = new Command(program, arguments).TryRun();
            (found.ExitCode, found.Output, found.Error).ShouldBe((2, Encoding.UTF8.GetString(bytes.ToArray()), error.ToString()), format);
        }
    }

    private static string Says(Command command) => command.Run().Output;
}
