namespace Bernstein.Chart.Tests.Scripts.Package;

/// <summary>Signing the archive with a throw-away key, and what a user sees who verifies it.</summary>
[Needs("gpg", "gpgconf")]
public sealed class SignatureTests : WorkingCopyTest
{
    [Test]
    public void A_signed_archive_has_the_same_bytes_and_verifies_until_one_of_them_changes_also_after_it_was_packaged_again()
    {
        using var key = new ThrowAwayKey("Throw Away");
        Copy.Package("--sign", key.Name, "--keyring", key.SecretKeys);
        var archive = Copy.Package();
        archive.Bytes.ShouldBe(Archive.Built.Bytes);
        var good = Verify(key);
        good.ExitCode.ShouldBe(0, good.Error);
        good.Output.ShouldContain("Signed by: Throw Away\n");

        archive.Bytes[^1] ^= 1;
        archive.CopyTo(Copy.Output);
        var bad = Verify(key);
        bad.ExitCode.ShouldNotBe(0);
        bad.Error.ShouldContain("sha256 sum does not match");
    }

    [Test]
    public void A_key_with_a_passphrase_signs_and_nobody_else_s_key_verifies()
    {
        using var key = new ThrowAwayKey("Throw Away", "open sesame");
        using var other = new ThrowAwayKey("Somebody Else");
        Copy.Package("--sign", key.Name, "--keyring", key.SecretKeys, "--passphrase-file", key.PassphraseFile);
        Verify(key).ExitCode.ShouldBe(0);
        Verify(other).ExitCode.ShouldNotBe(0);
    }

    [Test]
    public void A_key_that_can_not_sign_is_named_and_nothing_is_written()
    {
        using var key = new ThrowAwayKey("Throw Away", "open sesame");
        foreach (var (name, keyring) in new[] { ("Nobody", key.SecretKeys), (key.Name, key.PublicKeys), (key.Name, key.SecretKeys) })
        {
            var result = PackageScript.Of(Copy.Root, Copy.Output, "--sign", name, "--keyring", keyring).TryRun();
            result.ExitCode.ShouldBe(2);
            result.Error.ShouldContain($"«{name}» must name exactly one of the keys that gpg --export-secret-keys wrote to {keyring}");
        }

        Directory.Exists(Copy.Output).ShouldBeFalse();
    }

    private CommandResult Verify(ThrowAwayKey key) =>
        HelmTool.TryRun(null, "verify", Path.Combine(Copy.Output, Archive.Built.Name), "--keyring", key.PublicKeys);
}
