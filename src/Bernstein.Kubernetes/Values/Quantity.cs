namespace Bernstein.Kubernetes.Values;

/// <summary>Kubernetes quantities, as in https://kubernetes.io/docs/reference/kubernetes-api/common-definitions/quantity/.</summary>
public static partial class Quantity
{
    private const double Most = 1e27;

    /// <summary>The number that a quantity means: 128M is 128,000,000 and 128Mi is 134,217,728. Null where it is none.</summary>
    public static decimal? Parse(string? text)
    {
        var match = Looks.Match(text ?? "");
        if (!match.Success)
        {
            return null;
        }

        var (number, exponent) = (match.Groups["number"].Value, match.Groups["exponent"].Value);
        var power = exponent.Length > 0 ? int.Parse(exponent[1..], CultureInfo.InvariantCulture) : 0;
        var scale = ScaleOf(match.Groups["scale"].Value);
        // 15 digits and any scale fit a decimal; a quantity beyond that is beyond every machine, and so are its digits.
        return number.Length > 15 || power is < -12 or > 12
            ? (decimal)Math.Clamp(double.Parse(number, CultureInfo.InvariantCulture) * Math.Pow(10, power) * (double)scale, -Most, Most)
            : decimal.Parse(number, NumberStyles.Float, CultureInfo.InvariantCulture) * (decimal)Math.Pow(10, power) * scale;
    }

    // n, u, m, k and so on are powers of a thousand, Ki and so on of 1,024.
    private static decimal ScaleOf(string suffix) =>
        suffix switch
        {
            [var letter, 'i'] => 1L << (10 * ("KMGTPE".IndexOf(letter) + 1)),
            [var letter] => (decimal)Math.Pow(1000, "num kMGTPE".IndexOf(letter) - 3),
            _ => 1,
        };

    [GeneratedRegex(@"^(?<number>[-+]?([0-9]+(\.[0-9]*)?|\.[0-9]+))((?<exponent>[eE][-+]?[0-9]{1,3})|(?<scale>[numkMGTPE]|[KMGTPE]i|))$")]
    private static partial Regex Looks { get; }
}
