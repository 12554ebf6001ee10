namespace Bernstein.Kubernetes.Tests.Rules;

public sealed class IndentationTests : RefusalTests<IndentationTests>;
