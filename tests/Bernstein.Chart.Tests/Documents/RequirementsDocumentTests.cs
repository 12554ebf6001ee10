using Bernstein.Check.Reports;
using Bernstein.Check.Requirements;
using NUnit.Framework;

namespace Bernstein.Chart.Tests.Documents;

/// <summary>docs/requirements.md: made from the requirements, and made anew by <c>scripts/draw</c>.</summary>
public sealed class RequirementsDocumentTests
{
    [Test]
    public void The_document_of_the_requirements_is_up_to_date()
    {
        using var expected = new StringWriter { NewLine = "\n" };
        RequirementsDocument.WriteReasons(expected, Catalogue.WithProduction);
        Drawn.ShouldBe("requirements.md", expected.ToString());
    }
}
