using System.Runtime.InteropServices;

namespace Bernstein.Kubernetes.Tests.Manifests;

/// <summary>
/// As long as it lives, the thread opens files as a user who owns none, where it is root, whom no mode of a file keeps out. Linux has this for
/// each thread by itself.
/// </summary>
internal sealed partial class Nobody : IDisposable
{
    private const uint NobodysNumber = 65534;

    private readonly uint _before = SetFileSystemUser(Environment.IsPrivilegedProcess ? NobodysNumber : uint.MaxValue);

    public void Dispose() => _ = SetFileSystemUser(_before);

    [DllImport("libc", EntryPoint = "setfsuid")]
    private static extern uint SetFileSystemUser(uint user);
}
