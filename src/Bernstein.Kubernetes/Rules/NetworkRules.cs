using System.Globalization;
using System.Net;
using Bernstein.Kubernetes.Yaml;

namespace Bernstein.Kubernetes.Rules;

/// <summary>What the API server demands of network policies: ValidateNetworkPolicySpec of Kubernetes.</summary>
internal static class NetworkRules
{
    internal static IEnumerable<Finding> OfPolicy(Node policy, Place place) =>
        policy["policyTypes"].Items.Count > 2
            ? [new Finding($"{place} has more than two policyTypes", policy["policyTypes"].Location)]
            : [];

    internal static IEnumerable<Finding> OfPeer(Node peer, Place place) =>
        Alone
            .AtLeastOne(peer, place, "podSelector", "namespaceSelector", "ipBlock")
            .Concat(Alone.NotBoth(peer, place, "ipBlock", "podSelector"))
            .Concat(Alone.NotBoth(peer, place, "ipBlock", "namespaceSelector"));

    internal static IEnumerable<Finding> OfBlock(Node block, Place place) =>
        from except in block["except"].Items
        where Range(block["cidr"].Text) is { } all && Range(except.Text) is { } part && !IsWithin(part, all)
        select new Finding($"{place}.except has {except.Text}; asked for is a smaller range within {block["cidr"].Text}", except.Location);

    internal static IEnumerable<Finding> OfPort(Node port, Place place) =>
        port["endPort"].Number is { } last && !(port["port"].Number <= last)
            ?
            [
                new Finding($"{place}.endPort is {last}; asked for is a port beside it that is a number, and not above it", port.Location)
                {
                    Mend = place.Remove("endPort"),
                },
            ]
            : [];

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
