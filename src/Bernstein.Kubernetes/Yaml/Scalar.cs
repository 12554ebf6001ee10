namespace Bernstein.Kubernetes.Yaml;

/// <summary>A single value: text, a number, a boolean or null.</summary>
/// <param name="Location">Where it stands.</param>
/// <param name="Value">Its characters, without quotes.</param>
/// <param name="Type">What Kubernetes takes it for.</param>
public sealed partial record Scalar(Location Location, string Value, ScalarType Type) : Node(Location)
{
    /// <inheritdoc/>
    public override string? Text => IsSet ? Value : null;

    /// <inheritdoc/>
    public override long? Number =>
        Type switch
        {
            ScalarType.Number => ParseInteger(Value),
            // 2.0 and 8e1 are whole numbers to Kubernetes, whatever way they are written.
            ScalarType.Fraction
                when double.TryParse(Value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
                    && double.IsInteger(number)
                    && Math.Abs(number) < 1L << 53 => (long)number,
            _ => null,
        };

    /// <inheritdoc/>
    public override bool? Boolean => Type == ScalarType.Boolean ? Value is ['t' or 'T' or 'y' or 'Y', ..] or "on" or "On" or "ON" : null;

    /// <inheritdoc/>
    public override bool IsSet => Type != ScalarType.Null;

    /// <summary>Whether only its quotes keep it from being something else.</summary>
    internal bool IsQuotedText => Type == ScalarType.Text && TypeOf(Value) != ScalarType.Text;

    /// <summary>A scalar written without quotes, typed by its looks.</summary>
    public static Scalar Plain(Location location, string value) => new(location, value, TypeOf(value));

    /// <summary>A scalar written in quotes or as a block: always text.</summary>
    public static Scalar Quoted(Location location, string value) => new(location, value, ScalarType.Text);

    private static ScalarType TypeOf(string value) =>
        value switch
        {
            "" or "~" or "null" or "Null" or "NULL" => ScalarType.Null,
            "true" or "True" or "TRUE" or "false" or "False" or "FALSE" => ScalarType.Boolean,
            "y" or "Y" or "yes" or "Yes" or "YES" or "on" or "On" or "ON" => ScalarType.Boolean,
            "n" or "N" or "no" or "No" or "NO" or "off" or "Off" or "OFF" => ScalarType.Boolean,
            [not ((>= '0' and <= '9') or '-' or '+' or '.'), ..] => ScalarType.Text,
            _ when ParseInteger(value) is not null => ScalarType.Number,
            _ when FloatLooks.IsMatch(value) => ScalarType.Fraction,
            _ => ScalarType.Text,
        };

    private static long? ParseInteger(string value)
    {
        if (!IntegerLooks.IsMatch(value))
        {
            return null;
        }

        var plain = value.Replace("_", "", StringComparison.Ordinal).TrimStart('+');
        var negative = plain.StartsWith('-');
        var digits = negative ? plain[1..] : plain;
        var (text, radix) = digits switch
        {
            ['0', 'x', ..] => (digits[2..], 16),
            ['0', 'b', ..] => (digits[2..], 2),
            ['0', 'o', ..] => (digits[2..], 8),
            ['0', _, ..] when digits.All(digit => digit is >= '0' and <= '7') => (digits[1..], 8),
            _ => (digits, 10),
        };
        try
        {
            var number = radix == 10 ? long.Parse(text, CultureInfo.InvariantCulture) : Convert.ToInt64(text, radix);
            return negative ? -number : number;
        }
        catch (Exception exception) when (exception is OverflowException or FormatException)
        {
            return null;
        }
    }

    [GeneratedRegex("^[-+]?(0x[0-9a-fA-F_]+|0b[01_]+|0o[0-7_]+|[0-9][0-9_]*)$")]
    private static partial Regex IntegerLooks { get; }

    [GeneratedRegex(@"^([-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?|[-+]?\.(inf|Inf|INF)|\.(nan|NaN|NAN))$")]
    private static partial Regex FloatLooks { get; }
}
