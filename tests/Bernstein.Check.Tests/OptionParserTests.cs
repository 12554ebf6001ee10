using Bernstein.Check.Tests.Reports;

namespace Bernstein.Check.Tests;

public sealed class OptionParserTests : CommandTest
{
    [TestCase("--format is xml. Must be one of text, json, junit, markdown, html, sarif, csv", "broken", "--format", "xml")]
    [TestCase("--kube-version is new: a version such as 1.22 is expected", "broken", "--kube-version", "new")]
    [TestCase("--kube-version is 29.4: a version such as 1.22 is expected", "broken", "--kube-version", "29.4")]
    [TestCase("--kube-version is 1.2x: a version such as 1.22 is expected", "broken", "--kube-version", "1.2x")]
    [TestCase("--fail-on is 1. Must be one of any, specification, nothing", "broken", "--fail-on", "1")]
    [TestCase("there is no option --colour", "broken", "--colour")]
    [TestCase("--only is wiring.schem: there is no such requirement (did you mean wiring.schema?)", "broken", "--only", "wiring.schem")]
    public void A_value_that_can_not_be_taken_is_refused(string message, params string[] arguments)
    {
        var result = Check(arguments);
        (result.ExitCode, result.Output).ShouldBe((2, ""));
        result.Error.ShouldContain(message);
    }

    [TestCase("1.19", "pass")]
    [TestCase("v1.29.4-gke.1043000", "pass")]
    [TestCase("1.28.5+k3s1", "pass")]
    [TestCase("1.27.3-eks-a5565ad", "pass")]
    [TestCase("1.24+", "pass")]
    [TestCase("1.35.0-alpha.1", "pass")]
    [TestCase("1.18", "fail")]
    public void Versions_are_taken_as_vendors_write_them(string version, string ingress)
    {
        var result = Check(Reference, "--kube-version", version, "--format", "JSON");
        WrittenReport.RequirementIn(result.Output, "wiring.ingress-api").GetProperty("status").GetString().ShouldBe(ingress);
    }
}
