namespace Bernstein.Chart.Tests.Harness;

/// <summary>A process that a command under test has started, which ends with the test at the latest.</summary>
/// <param name="id">Its number, as the shell says it.</param>
internal sealed class Child(string id) : IDisposable
{
    private readonly int _id = int.Parse(id, CultureInfo.InvariantCulture);

    /// <summary>Whether it runs. One that has ended but that nobody has asked about yet does not.</summary>
    internal bool IsAlive
    {
        get
        {
            try
            {
                return !File.Exists($"/proc/{_id}/stat")
                    ? !Process.GetProcessById(_id).HasExited
                    : !File.ReadAllText($"/proc/{_id}/stat").Contains(") Z ", StringComparison.Ordinal);
            }
            catch (Exception gone) when (gone is ArgumentException or IOException)
            {
                return false;
            }
        }
    }

    /// <summary>Fails where it has not been killed: a signal takes its time to arrive.</summary>
    internal void ShouldEnd() => SpinWait.SpinUntil(() => !IsAlive, TimeSpan.FromSeconds(30)).ShouldBeTrue($"process {_id} still runs");

    public void Dispose()
    {
        if (IsAlive)
        {
            using var process = Process.GetProcessById(_id);
            process.Kill();
        }
    }
}
