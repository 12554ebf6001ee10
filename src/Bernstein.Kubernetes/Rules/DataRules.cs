namespace Bernstein.Kubernetes.Rules;

/// <summary>What the API server demands of ConfigMaps and Secrets: ValidateConfigMap and ValidateSecret of pkg/apis/core/validation of Kubernetes.</summary>
internal static class DataRules
{
    private const string TokenOfAccount = "kubernetes.io/service-account-token";
    private const string Account = "kubernetes.io/service-account.name";
    private const string BasicAuthentication = "kubernetes.io/basic-auth";

    /// <summary>Of ConfigMaps.</summary>
    internal static Rule[] OfConfigMap { get; } = [KeysAreNames, BinaryDataIsItsOwn];

    /// <summary>Of Secrets.</summary>
    internal static Rule[] OfSecret { get; } =
    [KeysAreNames, KeysOfItsType, UserOrPassword, AccountOfToken, BinaryDataIsItsOwn, SecretData.NotBase64];

    private static IEnumerable<Finding> KeysAreNames(Node holder) =>
        from field in new[] { "data", "stringData", "binaryData" }
        from entry in holder[field].Entries
        where !ApiRules.DataKey().IsMatch(entry.Key)
        select entry.Value.Refused($"{holder}.{field} has the key \"{entry.Key}\"; asked for are letters, digits, -, _ and .");

    private static IEnumerable<Finding> KeysOfItsType(Node secret) =>
        from key in secret["type"].Text switch
        {
            "kubernetes.io/tls" => new[] { "tls.crt", "tls.key" },
            "kubernetes.io/dockerconfigjson" => [".dockerconfigjson"],
            "kubernetes.io/dockercfg" => [".dockercfg"],
            "kubernetes.io/ssh-auth" => ["ssh-privatekey"],
            _ => [],
        }
        where !Has(secret, key)
        select secret.Refused($"{secret} has the type {secret["type"].Text} and no key {key}", () => secret.ToWrite("type", "Opaque"));

    private static IEnumerable<Finding> UserOrPassword(Node secret) =>
        secret["type"].Text == BasicAuthentication && !Has(secret, "username") && !Has(secret, "password")
            ?
            [
                secret.Refused(
                    $"{secret} has the type {BasicAuthentication} and neither username nor password",
                    () => secret.ToWrite("type", "Opaque")
                ),
            ]
            : [];

    private static IEnumerable<Finding> AccountOfToken(Node secret) =>
        secret["type"].Text == TokenOfAccount && !secret.At("metadata.annotations")[Account].IsSet
            ?
            [
                secret.Refused(
                    $"{secret} has the type {TokenOfAccount} and no annotation {Account}",
                    () => secret.ToWrite("type", "Opaque")
                ),
            ]
            : [];

    private static IEnumerable<Finding> BinaryDataIsItsOwn(Node holder)
    {
        foreach (var (key, value) in holder["binaryData"].Entries)
        {
            if (holder["data"][key].IsSet)
            {
                yield return value.Refused($"{holder} has {key} under data and under binaryData; remove one of them");
            }

            if (value.Text is { } text && !Convert.TryFromBase64String(text, new byte[text.Length], out _))
            {
                yield return value.Refused($"{holder}.binaryData.{key} is not base64");
            }
        }
    }

    private static bool Has(Node secret, string key) => secret["data"][key].IsSet || secret["stringData"][key].IsSet;
}
