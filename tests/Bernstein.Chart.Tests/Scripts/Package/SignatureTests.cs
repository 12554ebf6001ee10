namespace Bernstein.Chart.Tests.Scripts.Package;

/// <summary>Signing the archive with a throw-away key, and what a user sees who verifies it.</summary>
[NeedsUnix("the shell")]
[Needs("git", "gpg", "gpgconf")]
public sealed class SignatureTests
{
    private readonly WorkingCopy _copy = new();

    [TearDown]
    public void Remove() => _copy.Dispose();

    [Test]
    public void A_signed_archive_has_the_same_bytes_and_verifies_until_one_of_them_changes()
    {
        using var key = new ThrowAwayKey("Throw Away");
        var archive = _copy.Package("--sign", key.Name, "--keyring", key.SecretKeys);
        archive.Bytes.ShouldBe(Archive.Built.Bytes);
        Verify(key)
            .ShouldSatisfyAllConditions(
                good => good.ExitCode.ShouldBe(0, good.Error),
                good => good.Output.ShouldContain("Signed by: Throw Away\n")
            );

        archive.Bytes[^1] ^= 1;
        archive.CopyTo(_copy.Output);
        Verify(key)
            .ShouldSatisfyAllConditions(bad => bad.ExitCode.ShouldNotBe(0), bad => bad.Error.ShouldContain("sha256 sum does not match"));
    }

    [Test]
    public void A_key_with_a_passphrase_signs_and_nobody_else_s_key_verifies()
    {
        using var key = new ThrowAwayKey("Throw Away", "open sesame");
        using var other = new ThrowAwayKey("Somebody Else");
        _copy.Package("--sign", key.Name, "--keyring", key.SecretKeys, "--passphrase-file", key.PassphraseFile);
        Verify(key).ExitCode.ShouldBe(0);
        Verify(other).ExitCode.ShouldNotBe(0);
    }

    [Test]
    public void Packaging_again_without_a_key_leaves_a_signature_that_still_fits()
    {
        using var key = new ThrowAwayKey("Throw Away");
        _copy.Package("--sign", key.Name, "--keyring", key.SecretKeys);
        _copy.Package();
        Verify(key).ExitCode.ShouldBe(0);
    }

    [Test]
    public void A_key_that_can_not_sign_is_named_and_nothing_is_written()
    {
        using var key = new ThrowAwayKey("Throw Away", "open sesame");
        foreach (var (name, keyring) in new[] { ("Nobody", key.SecretKeys), (key.Name, key.PublicKeys), (key.Name, key.SecretKeys) })
        {
            var result = PackageScript.Of(_copy.Root, _copy.Output, "--sign", name, "--keyring", keyring).TryRun();
            result.ExitCode.ShouldBe(2);
            result.Error.ShouldContain($"«{name}» must name exactly one of the keys that gpg --export-secret-keys wrote to {keyring}");
        }

        Directory.Exists(_copy.Output).ShouldBeFalse();
    }

    private CommandResult Verify(ThrowAwayKey key) =>
        HelmTool.TryRun(null, "verify", Path.Combine(_copy.Output, Archive.Built.Name), "--keyring", key.PublicKeys);
}
