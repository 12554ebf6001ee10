namespace Bernstein.Kubernetes.Tests.Types;

public sealed class ApiTypesTests
{
    [Test]
    public void There_are_three_versions_the_newest_first() =>
        ApiTypes.All.Select(types => types.Version).ShouldBe([ManifestValidator.Newest, new Version(1, 22), new Version(1, 19)]);

    [TestCase("1.19", "1.19")]
    [TestCase("1.20", "1.22")]
    [TestCase("1.30", null)]
    [TestCase("1.99", null)]
    public void The_oldest_types_that_are_not_older_are_taken_first(string cluster, string? expected) =>
        ApiTypes
            .For(Version.Parse(cluster))
            .First()
            .Version.ShouldBe(expected is null ? ManifestValidator.Newest : Version.Parse(expected));

    [Test]
    public void A_kind_has_its_type_and_its_fields()
    {
        var newest = ApiTypes.All[0];
        var type = newest.Types[newest.Kinds["apps/v1 Deployment"]];
        type.Name.ShouldBe("Deployment");
        newest.Types[type.Fields["spec"]].Fields["replicas"].ShouldBe("integer");
    }
}
