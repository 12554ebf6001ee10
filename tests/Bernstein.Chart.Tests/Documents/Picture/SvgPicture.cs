namespace Bernstein.Chart.Tests.Documents.Picture;

/// <summary>
/// The picture of the application as SVG. Where each part stands is fixed here; that it stands there, and every name, number and line, is read
/// from the manifests.
/// </summary>
/// <param name="Architecture">What it shows.</param>
internal sealed record SvgPicture(Architecture Architecture)
{
    private const double Width = 1000;
    private const double Height = 748;
    private const double Inside = 34;
    private const double CardWidth = 160;
    private const double CardTop = 308;
    private const double CardHeight = 122;
    private const double CardBottom = CardTop + CardHeight;
    private const double FirstSource = 526;
    private const double NextSource = 36;
    private const double Column = (Width - (2 * Inside) - CardWidth) / 4;

    /// <summary>The parts of the pages' namespace from left to right: the way of a vote.</summary>
    private static readonly string[] Way = ["poll", "redis", "worker", "postgres", "result"];

    private readonly Canvas _canvas = new(
        Width,
        Height,
        "The architecture of Bernstein",
        "A vote goes from a browser through Traefik to poll, waits in redis, is moved by the worker to postgres and counted by result, which a browser reads through Traefik. "
            + "cadvisor runs on every node."
    );

    /// <summary>The picture as a file.</summary>
    public override string ToString()
    {
        DrawTraefik();
        DrawPages();
        DrawTable();
        DrawSources();
        DrawCadvisor();
        DrawBrowsers();
        return _canvas.ToString();
    }

    private static double Left(string part) => Inside + (Array.IndexOf(Way, part) * Column);

    private static double Middle(string part) => Left(part) + (CardWidth / 2);

    private void DrawBrowsers()
    {
        var entrance = Architecture.Doors.Single(door => door.Part == "traefik" && door.Port == 80);
        DrawBrowser("poll", "vote", $"{Architecture.Hosts["poll"]}:{entrance.NodePort}");
        _canvas.Text("quiet", Middle("poll") + 96, 34.5, "a browser votes");
        DrawBrowser("result", "count", $"{Architecture.Hosts["result"]}:{entrance.NodePort}");
        _canvas.Text("quiet", Middle("result") - 96, 34.5, "a browser reads the count", "end");
    }

    private void DrawBrowser(string part, string style, string address)
    {
        var (x, isDown) = (Middle(part), part == "poll");
        Pill(style, x, 30, address, 168);
        DrawWay(style, isDown, x, 43, 91);
        DrawWay(style, isDown, x, 206, CardTop - 13);
        Pill(style, x, 258, $"Ingress {Architecture.Hosts[part]}", 156);
        _canvas.Step(style, x + 19, 63, isDown ? 1 : 8);
        _canvas.Step(style, x + 19, 226, isDown ? 2 : 7);
    }

    private void DrawWay(string style, bool isDown, double x, double top, double bottom) =>
        _canvas.Line($"{style} line way", true, isDown ? [(x, top), (x, bottom)] : [(x, bottom), (x, top)]);

    private void DrawTraefik()
    {
        var traefik = Architecture.Part("traefik");
        Band(72, 142, traefik.Namespace);
        Card(traefik, Inside, 104, Width - (2 * Inside), 98, Middle("poll") + 62);
        foreach (var door in Architecture.Doors.Where(door => door.Part == traefik.Name))
        {
            foreach (var part in door.Port == 80 ? new[] { "poll", "result" } : ["worker"])
            {
                Pill("", Middle(part), 104, $"Service :{door.NodePort} → {door.Port}", 156);
            }
        }

        _canvas.Text("quiet", Middle("worker"), 34.5, "the dashboard", "middle");
        _canvas.Line("line", true, (Middle("worker"), 43), (Middle("worker"), 91));
        string[] lines =
        [
            Architecture.Manifests.In("traefik.configmap.yaml").Count > 0 ? "ConfigMap traefik: the routes once more, as a file" : "",
            $"ServiceAccount traefik may {string.Join(", ", Architecture.Verbs)}",
            string.Join(", ", Architecture.Resources),
        ];
        for (var at = 0; at < lines.Length; at++)
        {
            _canvas.Text("quiet", Width - Inside - 14, 150 + (19 * at), lines[at], "end");
        }
    }

    private void DrawPages()
    {
        Band(226, 406, Architecture.Part(Way[0]).Namespace);
        foreach (var name in Way)
        {
            Card(Architecture.Part(name), Left(name), CardTop, CardWidth, CardHeight, Left(name) + CardWidth - 14);
            foreach (var door in Architecture.Doors.Where(door => door.Part == name))
            {
                Pill("", Middle(name), CardTop, $"Service {door.Service} :{door.Port}", 156);
            }
        }

        for (var at = 0; at < Way.Length - 1; at++)
        {
            var (from, to) = (Architecture.Part(Way[at]), Architecture.Part(Way[at + 1]));
            if (from.Calls.Contains(to.Name) || to.Calls.Contains(from.Name))
            {
                var style = to.Name == "result" ? "count" : "vote";
                var (left, right) = (Left(from.Name) + CardWidth + (from.Instances > 1 ? 6 : 1), Left(to.Name) - 2);
                _canvas.Line($"{style} line way", true, (left, CardTop + 62), (right, CardTop + 62));
                _canvas.Step(style, (left + right) / 2, CardTop + 42, at + 3);
            }
        }

        foreach (var claim in Architecture.Claims)
        {
            var x = Left(claim.Part) + 58;
            _canvas.Line("line", false, (x + 50, CardBottom), (x + 50, CardBottom + 14));
            _canvas.Cylinder("card", x, CardBottom + 12, 100, 58);
            _canvas.Text("small", x + 50, CardBottom + 42, $"claim {claim.Name}", "middle");
            _canvas.Text("small quiet", x + 50, CardBottom + 58, claim.Size, "middle");
        }
    }

    private void DrawSources()
    {
        var sources = Architecture.Sources.Select(
            (source, at) =>
                (source, Style: source.Kind == "Secret" ? "secret" : "config", Y: FirstSource + (NextSource * at), Offset: 14.0 + (12 * at))
        );
        foreach (var (source, style, y, offset) in sources)
        {
            foreach (var x in source.Parts.Where(Way.Contains).Select(part => Left(part) + offset))
            {
                _canvas.Line($"{style} line", false, (x, CardBottom), (x, y));
                _canvas.Dot($"{style} spot", x, CardBottom, 3.5);
            }
        }

        foreach (var (source, style, y, _) in sources)
        {
            var users = source.Parts.Where(Way.Contains).ToArray();
            var (left, right) = (users.Min(Left), users.Max(Left) + CardWidth);
            if (source.Parts.Except(Way).Any())
            {
                _canvas.Line($"{style} line", false, (left - Column + CardWidth, y), (left, y));
                _canvas.Dot($"{style} spot", left - Column + CardWidth, y, 3.5);
            }

            _canvas.Box($"{style} pill", left, y - 13, right - left, 26, 13);
            _canvas.Text("", left + 16, y + 4.5, $"{source.Kind} {source.Name}");
            _canvas.Text("code quiet", right - 16, y + 4.5, string.Join("  ", source.Keys), "end");
        }
    }

    private void DrawTable() =>
        Strip(
            Architecture.Part("votes-table"),
            Left(Way[0]),
            FirstSource + (NextSource * 1.5) - 27,
            Column + CardWidth,
            "makes the table of the votes"
        );

    private void DrawCadvisor()
    {
        var cadvisor = Architecture.Part("cadvisor");
        Band(644, 90, cadvisor.Namespace);
        Strip(cadvisor, Inside, 670, Width - (2 * Inside), "one on every node");
    }

    private void Band(double y, double height, string name)
    {
        _canvas.Box("band", Inside / 2, y, Width - Inside, height, 10);
        _canvas.Text("quiet", Left("redis"), y + 20, $"namespace {name}");
    }

    private void Strip(Part part, double x, double y, double width, string purpose)
    {
        _canvas.Box("card", x, y, width, 54, 8);
        _canvas.Text("title", x + 14, y + 23, part.Name);
        _canvas.Text("quiet", x + width - 14, y + 23, part.Kind, "end");
        _canvas.Text("code", x + 14, y + 42, part.Image);
        _canvas.Text("quiet", x + width - 14, y + 42, purpose, "end");
    }

    private void Card(Part part, double x, double y, double width, double height, double times)
    {
        if (part.Instances > 1)
        {
            _canvas.Box("card", x + 5, y + 5, width, height, 8);
        }

        _canvas.Box("card", x, y, width, height, 8);
        _canvas.Text("title", x + 14, y + 37, part.Name);
        _canvas.Text("", times, y + 37, $"× {part.Instances}", "end");
        var image = part.Image.Split('/');
        foreach (var (line, at) in image.Select((line, at) => (line, at)))
        {
            _canvas.Text("code", x + 14, y + 56 + (15 * at), at < image.Length - 1 ? $"{line}/" : line);
        }

        var rules = string.Join(", ", new[] { part.Memory, part.IsApart ? "one a node" : null }.OfType<string>());
        if (height < CardHeight)
        {
            _canvas.Text("quiet", x + 14, y + height - 12, $"{part.Kind}, {rules}");
        }
        else
        {
            _canvas.Text("quiet", x + 14, y + height - 30, part.Kind);
            _canvas.Text("quiet", x + 14, y + height - 12, rules);
        }
    }

    private void Pill(string style, double x, double y, string text, double width)
    {
        _canvas.Box($"{style} pill", x - (width / 2), y - 12, width, 24, 12);
        _canvas.Text("small", x, y + 4, text, "middle");
    }
}
