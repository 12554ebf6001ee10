using System.Net;

namespace Bernstein.Kubernetes.Rules;

/// <summary>What the API server demands of network policies: ValidateNetworkPolicySpec of Kubernetes.</summary>
internal static class NetworkRules
{
    /// <summary>ValidateIPBlock.</summary>
    internal static IEnumerable<Finding> ExceptWithinBlock(Node block) =>
        from except in block["except"].Items
        where Range(block["cidr"].Text) is { } all && Range(except.Text) is { } part && !IsWithin(part, all)
        select except.Refused($"{block}.except has {except.Text}; asked for is a smaller range within {block["cidr"].Text}");

    /// <summary>ValidateNetworkPolicyPort.</summary>
    internal static IEnumerable<Finding> EndPort(Node port) =>
        port.RefusedIf(
            port["endPort"].Number is { } last && !(port["port"].Number <= last),
            () => $"{port}.endPort is {port["endPort"].Number}; asked for is a port with it that is a number, and not above it",
            () => port.ToRemove("endPort")
        );

    private static (byte[] Bits, int Length)? Range(string? text) =>
        text?.Split('/') is [var address, var length]
        && IPAddress.TryParse(address, out var parsed)
        && int.TryParse(length, NumberStyles.None, CultureInfo.InvariantCulture, out var bits)
        && bits <= parsed.GetAddressBytes().Length * 8
            ? (parsed.GetAddressBytes(), bits)
            : null;

    private static bool IsWithin((byte[] Bits, int Length) part, (byte[] Bits, int Length) all) =>
        part.Bits.Length == all.Bits.Length
        && part.Length > all.Length
        && Enumerable.Range(0, all.Length).All(bit => Bit(part.Bits, bit) == Bit(all.Bits, bit));

    private static int Bit(byte[] bytes, int at) => (bytes[at / 8] >> (7 - (at % 8))) & 1;
}
