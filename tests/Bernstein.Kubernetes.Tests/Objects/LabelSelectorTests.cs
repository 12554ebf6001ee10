namespace Bernstein.Kubernetes.Tests.Objects;

public sealed class LabelSelectorTests
{
    private static readonly Node Labels = Written("{app: a, tier: front}");

    [TestCase("{matchLabels: {app: a}}", true)]
    [TestCase("{matchLabels: {app: b}}", false)]
    [TestCase("{matchExpressions: [{key: app, operator: In, values: [a, b]}]}", true)]
    [TestCase("{matchExpressions: [{key: app, operator: NotIn, values: [a]}]}", false)]
    [TestCase("{matchExpressions: [{key: other, operator: NotIn, values: [a]}]}", true)]
    [TestCase("{matchExpressions: [{key: tier, operator: Exists}]}", true)]
    [TestCase("{matchExpressions: [{key: tier, operator: DoesNotExist}]}", false)]
    public void A_selector_holds_for_labels(string selector, bool expected) =>
        LabelSelector.Matches(Written(selector), Labels).ShouldBe(expected);

    [Test]
    public void An_empty_selector_asks_for_nothing() =>
        (LabelSelector.IsEmpty(Written("{}")), LabelSelector.IsEmpty(Written("{matchLabels: {a: b}}"))).ShouldBe((true, false));

    [Test]
    public void Labels_are_shown_in_one_line() => LabelSelector.Show(Labels).ShouldBe("app: a, tier: front");

    private static Node Written(string text) => Manifest.Object($"kind: A\nb: {text}\n").Root["b"];
}
