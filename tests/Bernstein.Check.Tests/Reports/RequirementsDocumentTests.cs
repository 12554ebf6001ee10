using Bernstein.Check.Reports;
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
        RequirementsDocument.Write(expected);
        File.ReadAllText(Project.In("docs", "requirements.md"))
            .ShouldBe(expected.ToString(), "scripts/check --list-requirements >docs/requirements.md writes it anew");
    }
}
