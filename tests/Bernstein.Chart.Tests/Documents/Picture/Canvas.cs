using System.Globalization;
using System.Xml.Linq;

namespace Bernstein.Chart.Tests.Documents.Picture;

/// <summary>The strokes that a picture is made of. Lengths are in the picture's own units, a pixel each at its full width.</summary>
internal sealed class Canvas
{
    private static readonly XNamespace Svg = "http://www.w3.org/2000/svg";

    // The colours of both themes have a contrast of at least 4.5 to 1 on their ground.
    private const string Style = """

        svg { --ground: #ffffff; --band: #f6f8fa; --edge: #d1d9e0; --card: #ffffff; --text: #1f2328; --quiet: #59636e; --vote: #0969da; --count: #1a7f37; --config: #8250df; --secret: #bc4c00 }
        @media (prefers-color-scheme: dark) {
          svg { --ground: #0d1117; --band: #151b23; --edge: #3d444d; --card: #0d1117; --text: #f0f6fc; --quiet: #9198a1; --vote: #4493f7; --count: #3fb950; --config: #ab7df8; --secret: #f0883e }
        }
        text { font: 13px system-ui, -apple-system, "Segoe UI", "Noto Sans", Helvetica, Arial, sans-serif; fill: var(--text) }
        .title { font-size: 17px; font-weight: 600 }
        .small { font-size: 12px }
        .code { font: 11px ui-monospace, SFMono-Regular, Menlo, Consolas, "DejaVu Sans Mono", monospace }
        .quiet { fill: var(--quiet) }
        .step { font-size: 12px; font-weight: 700; fill: var(--ground) }
        .ground { fill: var(--ground) }
        .band { fill: var(--band); stroke: var(--edge) }
        .card { fill: var(--card); stroke: var(--quiet); stroke-width: 1.25 }
        .vote { --ink: var(--vote) }
        .count { --ink: var(--count) }
        .config { --ink: var(--config) }
        .secret { --ink: var(--secret) }
        .pill { fill: var(--card); stroke: var(--ink, var(--quiet)); stroke-width: 1.25 }
        .line { fill: none; stroke: var(--ink, var(--quiet)); stroke-width: 1.5 }
        .way { stroke-width: 2.5 }
        .spot { fill: var(--ink) }
        .ink { fill: var(--ink, var(--quiet)) }

        """;

    private readonly XElement _root;

    /// <summary>An empty picture.</summary>
    /// <param name="width">Its width.</param>
    /// <param name="height">Its height.</param>
    /// <param name="title">What a screen reader says first.</param>
    /// <param name="description">What it says when asked for more.</param>
    /// <param name="style">How it looks, beside what all pictures have in common.</param>
    internal Canvas(double width, double height, string title, string description, string style = "")
    {
        _root = new XElement(
            Svg + "svg",
            new XAttribute("viewBox", $"0 0 {Show(width)} {Show(height)}"),
            new XAttribute("role", "img"),
            new XElement(Svg + "title", title),
            new XElement(Svg + "desc", description),
            new XElement(Svg + "style", Style + style)
        );
        Box("ground", 0, 0, width, height, 12);
    }

    /// <summary>A rectangle with round corners.</summary>
    internal void Box(string style, double x, double y, double width, double height, double radius) =>
        Add("rect", style, ("x", x), ("y", y), ("width", width), ("height", height), ("rx", radius));

    /// <summary>One line of text.</summary>
    /// <param name="style">How it looks.</param>
    /// <param name="x">Where it begins; with <paramref name="anchor"/> <c>middle</c> or <c>end</c>, its middle or its end.</param>
    /// <param name="y">Its base line.</param>
    /// <param name="text">The text.</param>
    /// <param name="anchor"><c>start</c>, <c>middle</c> or <c>end</c>.</param>
    internal void Text(string style, double x, double y, string text, string anchor = "start")
    {
        var element = Add("text", style, ("x", x), ("y", y));
        if (anchor != "start")
        {
            element.SetAttributeValue("text-anchor", anchor);
        }

        element.Value = text;
    }

    /// <summary>A line from point to point, with a head at its end where it is an arrow.</summary>
    internal void Line(string style, bool isArrow, params IReadOnlyList<(double X, double Y)> points)
    {
        Add("path", style).SetAttributeValue("d", "M" + string.Join('L', points.Select(point => $"{Show(point.X)},{Show(point.Y)}")));
        if (isArrow)
        {
            var ((fromX, fromY), (x, y)) = (points[^2], points[^1]);
            var angle = Math.Atan2(y - fromY, x - fromX) * 180 / Math.PI;
            var head = Add("path", $"{style.Split(' ')[0]} ink");
            head.SetAttributeValue("d", "M1,0L-9,-5.5L-9,5.5Z");
            head.SetAttributeValue("transform", $"translate({Show(x)},{Show(y)}) rotate({Show(angle)})");
        }
    }

    /// <summary>A dot.</summary>
    internal void Dot(string style, double x, double y, double radius) => Add("circle", style, ("cx", x), ("cy", y), ("r", radius));

    /// <summary>A number in a dot: a step of the way.</summary>
    internal void Step(string style, double x, double y, int number)
    {
        Dot($"{style} spot", x, y, 9.5);
        Text("step", x, y + 4.2, number.ToString(CultureInfo.InvariantCulture), "middle");
    }

    /// <summary>A disk.</summary>
    internal void Cylinder(string style, double x, double y, double width, double height)
    {
        var (left, right, top, bottom) = (Show(x), Show(x + width), Show(y + 6), Show(y + height - 6));
        var arc = $"A{Show(width / 2)},6 0 0";
        Add("path", style).SetAttributeValue("d", $"M{left},{top}{arc} 1 {right},{top}V{bottom}{arc} 1 {left},{bottom}Z");
        Add("path", "line").SetAttributeValue("d", $"M{left},{top}{arc} 0 {right},{top}");
    }

    /// <summary>The picture as a file.</summary>
    public override string ToString() => _root.ToString().ReplaceLineEndings("\n") + "\n";

    private XElement Add(string name, string style, params IReadOnlyList<(string Name, double Value)> numbers)
    {
        var element = new XElement(Svg + name, new XAttribute("class", style));
        foreach (var (attribute, value) in numbers)
        {
            element.SetAttributeValue(attribute, Show(value));
        }

        _root.Add(element);
        return element;
    }

    private static string Show(double number) => number.ToString("0.##", CultureInfo.InvariantCulture);
}
