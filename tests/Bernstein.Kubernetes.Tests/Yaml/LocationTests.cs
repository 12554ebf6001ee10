namespace Bernstein.Kubernetes.Tests.Yaml;

public sealed class LocationTests
{
    [Test]
    public void A_location_is_shown_as_editors_take_it() =>
        new Location("poll.deployment.yaml", 12).ToString().ShouldBe("poll.deployment.yaml:12");

    [Test]
    public void A_name_of_a_file_forges_no_line() => new Location("a\nb", 1).ToString().ShouldBe("a\\nb:1");
}
