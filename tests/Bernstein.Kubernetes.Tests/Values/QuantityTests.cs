namespace Bernstein.Kubernetes.Tests.Values;

public sealed class QuantityTests
{
    [TestCase("128M", 128_000_000)]
    [TestCase("128Mi", 134_217_728)]
    [TestCase("250m", 0.25)]
    [TestCase("1e3", 1000)]
    [TestCase("-1", -1)]
    [TestCase("0.5", 0.5)]
    public void A_quantity_is_a_number(string text, decimal expected) => Quantity.Parse(text).ShouldBe(expected);

    [TestCase("128MB")]
    [TestCase("1 M")]
    [TestCase("M")]
    [TestCase("")]
    [TestCase(null)]
    public void What_is_no_quantity_is_none(string? text) => Quantity.Parse(text).ShouldBeNull();
}
