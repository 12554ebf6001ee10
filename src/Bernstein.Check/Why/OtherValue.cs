namespace Bernstein.Check.Why;

/// <summary>Another value in the place of one: of the same type, and as good in the eyes of whoever asks for no value.</summary>
public static class OtherValue
{
    /// <summary>The next number, the other boolean, or a text with a letter more.</summary>
    public static Scalar Of(Scalar scalar) =>
        scalar.Type switch
        {
            ScalarType.Number => Scalar.Plain(scalar.Location, (scalar.Number!.Value + 1).ToString(CultureInfo.InvariantCulture)),
            ScalarType.Boolean => Scalar.Plain(scalar.Location, scalar.Boolean == true ? "false" : "true"),
            _ => Scalar.Quoted(scalar.Location, $"{scalar.Value}x"),
        };
}
