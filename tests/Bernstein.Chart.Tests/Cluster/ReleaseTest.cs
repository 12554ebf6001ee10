using NUnit.Framework;

namespace Bernstein.Chart.Tests.Cluster;

/// <summary>What the tests of an installed release have in common: the defaults of the chart, installed once for all of a fixture.</summary>
public abstract class ReleaseTest : ClusterTest
{
    [OneTimeSetUp]
    public void Install() => Deploy();

    [OneTimeTearDown]
    public void Remove() => Cluster.Clear();

    /// <summary>Installs it.</summary>
    private protected virtual void Deploy() => Cluster.Deploy();
}
