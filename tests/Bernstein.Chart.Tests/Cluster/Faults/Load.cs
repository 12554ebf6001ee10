namespace Bernstein.Chart.Tests.Cluster.Faults;

/// <summary>Endless loops that keep processors of this machine busy: as many as $BERNSTEIN_LOAD says.</summary>
internal sealed class Load : IDisposable
{
    /// <summary>How many there are to be.</summary>
    internal static int Loops =>
        Environment.GetEnvironmentVariable("BERNSTEIN_LOAD") switch
        {
            null or "" => 0,
            var text when int.TryParse(text, out var loops) && loops >= 0 => loops,
            var text => throw new FormatException(
                $"BERNSTEIN_LOAD is «{text}»: it is a number, of endless loops to run beside the tests, as {Environment.ProcessorCount} for as many as this machine has processors"
            ),
        };

    private volatile bool _isOver;

    internal Load()
    {
        for (var loop = 0; loop < Loops; loop++)
        {
            new Thread(() =>
            {
                while (!_isOver) { }
            })
            {
                IsBackground = true,
            }.Start();
        }
    }

    public void Dispose() => _isOver = true;
}
