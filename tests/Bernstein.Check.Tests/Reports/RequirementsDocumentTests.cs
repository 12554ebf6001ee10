using Bernstein.Check.Reports;
using Bernstein.Check.Requirements;
using NUnit.Framework;
using Shouldly;

namespace Bernstein.Check.Tests.Reports;

/// <summary>docs/requirements.md.</summary>
public sealed class RequirementsDocumentTests
{
    [Test]
    public void The_document_of_the_requirements_is_up_to_date()
    {
        using var expected = new StringWriter { NewLine = "\n" };
        RequirementsDocument.Write(expected, Catalogue.WithProduction);
        File.ReadAllText(Project.In("docs", "requirements.md"))
            .ShouldBe(expected.ToString(), "scripts/check --list-requirements --production >docs/requirements.md writes it anew");
    }
}
