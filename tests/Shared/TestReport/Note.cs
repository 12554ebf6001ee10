using System.Globalization;
using NUnit.Framework.Internal;

namespace Bernstein.TestReport;

/// <summary>What a test notes of itself for the page of the run, beside whether it passed. Notes go with the result of the test, and nowhere else.</summary>
internal static class Note
{
    /// <summary>The verdict of a requirement on a profile; the arguments of the test are both, the profile first.</summary>
    internal const string Verdict = "bernstein.verdict";

    /// <summary>How many requirements hold; the arguments of the test are profile, Helm and Kubernetes.</summary>
    internal const string Held = "bernstein.held";

    /// <summary>The requirements that an edit made by hand turns red, separated by spaces.</summary>
    internal const string Red = "bernstein.red";

    /// <summary>How many mutants there were.</summary>
    internal const string Mutants = "bernstein.mutants";

    /// <summary>How many of them turned nothing red, with a reason.</summary>
    internal const string Explained = "bernstein.explained";

    /// <summary>How many of them turned nothing red, without one.</summary>
    internal const string Unexplained = "bernstein.unexplained";

    /// <summary>How many mutants each requirement turned red for: <c>poll.image=12</c>, separated by spaces.</summary>
    internal const string Kills = "bernstein.kills";

    /// <summary>The version of the API server whose answers the judge is compared with.</summary>
    internal const string Oracle = "bernstein.oracle";

    /// <summary>How many manifests it was asked for.</summary>
    internal const string Asked = "bernstein.asked";

    /// <summary>How many of them it refused.</summary>
    internal const string Refused = "bernstein.refused";

    /// <summary>On how many the judge says the same.</summary>
    internal const string Agreed = "bernstein.agreed";

    /// <summary>Notes something of the test that runs.</summary>
    /// <param name="key">One of the constants above.</param>
    /// <param name="value">What is noted; numbers are written as in English.</param>
    internal static void Set(string key, IFormattable value) => Set(key, value.ToString(null, CultureInfo.InvariantCulture));

    /// <summary>Notes something of the test that runs.</summary>
    /// <param name="key">One of the constants above.</param>
    /// <param name="value">What is noted.</param>
    internal static void Set(string key, string value) => TestExecutionContext.CurrentContext.CurrentTest.Properties.Set(key, value);
}
