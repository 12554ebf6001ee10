using System.Globalization;

namespace Bernstein.Chart.Tests.Documents.Picture;

/// <summary>A field with two axes and curves on it; their names stand on its right.</summary>
internal sealed class Panel
{
    /// <summary>What its lines need beside the style of the canvas.</summary>
    internal const string Style = ".grid { fill: none; stroke: var(--edge); stroke-width: 1 }\n";

    private const double Left = 64;
    private const double Right = 812;
    private const double Height = 104;

    private readonly Canvas _canvas;
    private readonly double _top;
    private readonly double _furthest;
    private readonly double _highest;
    private int _names;

    /// <summary>An empty one.</summary>
    /// <param name="canvas">What it is drawn on.</param>
    /// <param name="y">Where its title stands.</param>
    /// <param name="title">The title.</param>
    /// <param name="furthest">The end of its axis to the right, which begins at 0.</param>
    /// <param name="values">All that the curves show: they end below the top.</param>
    internal Panel(Canvas canvas, double y, string title, double furthest, IEnumerable<double> values)
    {
        (_canvas, _top, _furthest, _highest) = (canvas, y + 14, furthest, RoundNumberFrom(values.DefaultIfEmpty(1).Max()));
        _canvas.Text("", Left, y, title);
        for (var line = 0; line <= 2; line++)
        {
            var value = _highest * line / 2;
            _canvas.Line("grid", false, (Left, Y(value)), (Right, Y(value)));
            _canvas.Text("small quiet", Left - 8, Y(value) + 4, value.ToString("#,0.#", CultureInfo.InvariantCulture), "end");
        }
    }

    /// <summary>Names a place of the axis to the right.</summary>
    /// <param name="at">The place.</param>
    /// <param name="text">Its name.</param>
    internal void Mark(double at, string text)
    {
        _canvas.Line("grid", false, (X(at), Y(0)), (X(at), Y(0) + 5));
        _canvas.Text("small quiet", X(at), Y(0) + 18, text, "middle");
    }

    /// <summary>Draws a curve.</summary>
    /// <param name="style">Its colour.</param>
    /// <param name="name">What it is.</param>
    /// <param name="points">Its points, from left to right.</param>
    /// <param name="hasDots">Whether each point is seen.</param>
    internal void Curve(string style, string name, IEnumerable<(double X, double Y)> points, bool hasDots)
    {
        var places = points.Select(point => (X: X(point.X), Y: Y(point.Y))).ToArray();
        _canvas.Line($"{style} line", false, places);
        foreach (var (x, y) in hasDots ? places : [])
        {
            _canvas.Dot($"{style} spot", x, y, 3);
        }

        var row = _top + 8 + (20 * _names++);
        _canvas.Line($"{style} line way", false, (Right + 16, row), (Right + 34, row));
        _canvas.Text("small", Right + 40, row + 4, name);
    }

    private double X(double value) => Left + ((Right - Left) * value / _furthest);

    private double Y(double value) => _top + (Height * (1 - (value / _highest)));

    private static double RoundNumberFrom(double value)
    {
        var ten = Math.Pow(10, Math.Floor(Math.Log10(Math.Max(value, 1))));
        return new[] { 1, 2, 4, 5, 10 }.Select(digit => digit * ten).First(round => round >= value);
    }
}
