namespace Bernstein.Kubernetes.Rules;

/// <summary>What the API server demands of ConfigMaps and Secrets: ValidateConfigMap and ValidateSecret of pkg/apis/core/validation of Kubernetes.</summary>
internal static class DataRules
{
    private const string TokenOfAccount = "kubernetes.io/service-account-token";
    private const string Account = "kubernetes.io/service-account.name";
    private const string BasicAuthentication = "kubernetes.io/basic-auth";

    internal static Rule[] OfConfigMap { get; } = [KeysAreNames, BinaryDataIsItsOwn, BinaryDataIsBase64];

    internal static Rule[] OfSecret { get; } =
    [KeysAreNames, KeysOfItsType, UserOrPassword, AccountOfToken, BinaryDataIsItsOwn, BinaryDataIsBase64, SecretData.NotBase64];

    private static IEnumerable<Finding> KeysAreNames(Node holder) =>
        from field in new[] { "data", "stringData", "binaryData" }
        from entry in holder[field].Entries
        where !Patterns.DataKey.IsMatch(entry.Key)
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
        secret.RefusedIf(
            secret["type"].Text == BasicAuthentication && !Has(secret, "username") && !Has(secret, "password"),
            () => $"{secret} has the type {BasicAuthentication} and neither username nor password",
            () => secret.ToWrite("type", "Opaque")
        );

    private static IEnumerable<Finding> AccountOfToken(Node secret) =>
        secret.RefusedIf(
            secret["type"].Text == TokenOfAccount && !secret.At("metadata.annotations")[Account].IsSet,
            () => $"{secret} has the type {TokenOfAccount} and no annotation {Account}",
            () => secret.ToWrite("type", "Opaque")
        );

    private static IEnumerable<Finding> BinaryDataIsItsOwn(Node holder) =>
        from entry in holder["binaryData"].Entries
        where holder["data"][entry.Key].IsSet
        select entry.Value.Refused($"{holder} has {entry.Key} under data and under binaryData; remove one of them");

    private static IEnumerable<Finding> BinaryDataIsBase64(Node holder) =>
        from entry in holder["binaryData"].Entries
        where entry.Value.Text is { } text && !Convert.TryFromBase64String(text, new byte[text.Length], out _)
        select entry.Value.Refused($"{holder}.binaryData.{entry.Key} is not base64");

    private static bool Has(Node secret, string key) => secret["data"][key].IsSet || secret["stringData"][key].IsSet;
}
