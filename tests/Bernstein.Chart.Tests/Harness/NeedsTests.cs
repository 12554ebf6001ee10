using NUnit.Framework.Interfaces;
using NUnit.Framework.Internal;

namespace Bernstein.Chart.Tests.Harness;

/// <summary>A test starts what every machine has, what this project brings, and what the test names by [Needs]; nothing else, whatever is installed.</summary>
[NeedsUnix("links")]
public sealed class NeedsTests
{
    private const string Program = "git";

    [Test]
    public void A_program_that_is_not_named_is_not_found() =>
        Should
            .Throw<System.ComponentModel.Win32Exception>(() => new Command(Program, ["--version"]).Run())
            .Message.ShouldContain($"says so by [Needs(\"{Program}\")]");

    [Test]
    public void A_script_does_not_find_it_either() =>
        new Command("sh", ["-c", $"command -v {Program} || echo none"]).Run().Output.ShouldBe("none\n");

    [Test]
    [Needs(Program)]
    public void One_that_is_named_is_found() =>
        new Command("sh", ["-c", $"{Program} --version"]).Run().Output.ShouldStartWith("git version");

    [Test]
    public void No_file_is_there_but_those_that_are_listed() =>
        Directory.EnumerateFiles(SearchPath.OfThisTest).Select(Path.GetFileName).Except(SearchPath.Ordinary).ShouldBeEmpty();

    [Test]
    public void What_is_missing_is_skipped_with_its_package_before_any_set_up()
    {
        var test = new TestMethod(TestExecutionContext.CurrentContext.CurrentTest.Method!);
        new NeedsAttribute("postgres", "initdb", "make", "gpg").Apply(test, name => name == "make");
        test.RunState.ShouldBe(RunState.Skipped);
        test.Properties.Get(PropertyNames.SkipReason)
            .ShouldBe("needs postgres and initdb and gpg (on Debian: apt-get install postgresql gnupg)");
    }

    [Test]
    public void What_is_here_is_run()
    {
        var test = new TestMethod(TestExecutionContext.CurrentContext.CurrentTest.Method!);
        new NeedsAttribute("make", "gpg").Apply(test, _ => true);
        test.RunState.ShouldBe(RunState.Runnable);
    }

    [Test]
    public void A_name_that_nobody_listed_is_no_need() =>
        Should.Throw<ArgumentException>(() => NeededProgram.Of("nothing")).Message.ShouldBe("add nothing and its package to NeededProgram");
}
