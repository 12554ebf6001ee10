namespace Bernstein.Chart.Tests.Scripts.Package;

/// <summary>A key that lives as long as a test, in a home of its own for GnuPG. The test names gpg and gpgconf by <see cref="NeedsAttribute"/>.</summary>
internal sealed class ThrowAwayKey : IDisposable
{
    private readonly TemporaryFolder _home = new();

    internal ThrowAwayKey(string name, string passphrase = "")
    {
        Name = name;
        _home.Write("passphrase", passphrase);
        // The work that keeps a thief from guessing passphrases takes seconds, and is lost on a key that is gone with the test.
        _home.Write("gpg-agent.conf", "s2k-count 65536\n");
        try
        {
            // What newer versions of GnuPG take for the default is made at once; an RSA key takes seconds.
            Gpg("--quick-generate-key", name, "ed25519", "sign", "never");
            Gpg("--output", PublicKeys, "--export", name);
            Gpg("--output", SecretKeys, "--export-secret-keys", name);
        }
        catch
        {
            Dispose();
            throw;
        }
    }

    internal string Name { get; }

    /// <summary>What <c>helm verify --keyring</c> reads.</summary>
    internal string PublicKeys => _home.In("public.gpg");

    /// <summary>What <c>scripts/package --keyring</c> reads.</summary>
    internal string SecretKeys => _home.In("secret.gpg");

    internal string PassphraseFile => _home.In("passphrase");

    public void Dispose()
    {
        // The agent that gpg has started would outlive the test.
        new Command("gpgconf", ["--homedir", _home.Path, "--kill", "all"]).Run();
        _home.Dispose();
    }

    private void Gpg(params string[] arguments)
    {
        string[] quiet = ["--homedir", _home.Path, "--batch", "--quiet", "--pinentry-mode", "loopback"];
        new Command("gpg", [.. quiet, "--passphrase-file", PassphraseFile, .. arguments]).Run();
    }
}
