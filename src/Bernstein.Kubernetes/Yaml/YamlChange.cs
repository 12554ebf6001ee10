namespace Bernstein.Kubernetes.Yaml;

/// <summary>One edit on its way down from the object.</summary>
internal sealed record YamlChange(string Text, Edit Edit)
{
    private readonly string[] _steps = Edit.Steps(Edit.Path);

    internal string? Make(YamlSpan root)
    {
        if (_steps.Length == 0)
        {
            return Edit.Kind == EditKind.Remove ? WithoutDocument(root) : null;
        }

        var way = new List<YamlSpan> { root };
        while (way.Count <= _steps.Length && Child(way[^1], _steps[way.Count - 1]) is { } child)
        {
            way.Add(child);
        }

        var isThere = way.Count > _steps.Length;
        return Edit.Kind switch
        {
            EditKind.Set when isThere => Replace(way),
            EditKind.Set => Insert(way),
            EditKind.Rename when isThere && way[^2].Entries is { } entries && entries.All(entry => entry.Name != Edit.Value) => Splice(
                entries.Single(entry => entry.Value == way[^1]).Key,
                YamlWriter.Text(Edit.Value)
            ),
            EditKind.Remove when isThere => Remove(way),
            EditKind.RemoveEarlier when isThere && way[^2].Entries is { } entries => WithoutEarlier(entries, way[^1]),
            _ => null,
        };
    }

    private static YamlSpan? Child(YamlSpan span, string step) =>
        step.StartsWith('[') && span.Items is { } items
            ? int.TryParse(step[1..^1], CultureInfo.InvariantCulture, out var index) && index < items.Count
                ? items[index]
                : null
            : span.Entries?.LastOrDefault(entry => entry.Name == step).Value;

    private string Splice(YamlSpan span, string with) => Splice(span.Start, span.End, with);

    private string Splice(int start, int end, string with) => string.Concat(Text.AsSpan(0, start), with, Text.AsSpan(end));

    private string Flow(Node value) => YamlWriter.Flow(value, Edit.File.EndsWith(".json", StringComparison.Ordinal));

    // A value in the place of another one.
    private string Replace(List<YamlSpan> way)
    {
        var (above, old) = (way[^2], way[^1]);
        var value = YamlReader.Read("", Edit.Value).Documents is [var first, ..] ? first : Scalar.Quoted(new("", 1), "");
        if (above.IsFlow)
        {
            return Splice(old, Flow(value));
        }

        if (above.Items is not null)
        {
            return Splice(old, Indented(Edit.Value, old.Column));
        }

        var (_, key, _) = above.Entries!.Last(entry => entry.Value == old);
        var isInline = value is Scalar || Edit.Value is ['{' or '[', ..];
        return isInline && !old.IsBlock && old.End > old.Start
            ? Splice(old, Edit.Value)
            : Splice(
                key.Start,
                Math.Max(old.End, Text.IndexOf(':', key.End) + 1),
                Indented(Entry(Text[key.Start..key.End], Edit.Value), key.Column)
            );
    }

    // A value where none is: the keys and lists that lead to it are written with it.
    private string? Insert(List<YamlSpan> way)
    {
        var missing = _steps[(way.Count - 1)..];
        var last = way[^1];
        var isKey = !missing[0].StartsWith('[');
        if (isKey ? last.Entries is { Count: > 0 } : last.Items is { Count: > 0 })
        {
            return last.IsFlow ? InsertInFlow(last, missing) : InsertInBlock(last, missing);
        }

        // What stands there holds nothing, or is something else: it is replaced as a whole.
        return way.Count == 1 ? null : new YamlChange(Text, Edit with { Value = Nested(missing, Edit.Value) }).Replace(way);
    }

    private string InsertInBlock(YamlSpan last, string[] missing)
    {
        var place = Text.IndexOf('\n', last.End);
        var written = new string(' ', last.Column) + Indented(Nested(missing, Edit.Value), last.Column);
        return place < 0 ? $"{Text}\n{written}\n" : Splice(place + 1, place + 1, written + "\n");
    }

    private string InsertInFlow(YamlSpan last, string[] missing)
    {
        var end = last.Entries is { } entries ? entries[^1].Value.End : last.Items![^1].End;
        return Splice(end, end, ", " + Flow(YamlReader.Read("", Nested(missing, Edit.Value)).Documents[0])[1..^1]);
    }

    private string Remove(List<YamlSpan> way)
    {
        var (above, old) = (way[^2], way[^1]);
        var spans =
            above.Entries?.Select(entry => (entry.Key.Start, entry.Value)).ToList() ?? [.. above.Items!.Select(item => (item.Start, item))];
        if (spans.Count == 1)
        {
            return way.Count == 2 ? Text : Remove(way[..^1]);
        }

        var at = spans.FindIndex(span => span.Item2 == old);
        var (start, _) = spans[at];
        if (above.IsFlow)
        {
            return at + 1 < spans.Count ? Splice(start, spans[at + 1].Start, "") : Splice(spans[at - 1].Item2.End, old.End, "");
        }

        var line = Text.LastIndexOf('\n', Math.Max(0, start - 1)) + 1;
        var isOwnLine = Text[line..start].Trim() is { } before && (before.Length == 0 || (above.Items is not null && before == "-"));
        var end = Text.IndexOf('\n', Math.Max(old.End, start));
        return isOwnLine ? Splice(line, end < 0 ? Text.Length : end + 1, "") : Splice(start, spans[at + 1].Start, "");
    }

    // From the last to the first, so that each stands where it stood.
    private string WithoutEarlier(List<(string Name, YamlSpan Key, YamlSpan Value)> entries, YamlSpan last) =>
        entries
            .Zip(entries.Skip(1))
            .Where(pair => pair.First.Name == _steps[^1] && pair.First.Value != last)
            .Reverse()
            .Aggregate(Text, (text, pair) => string.Concat(text.AsSpan(0, pair.First.Key.Start), text.AsSpan(pair.Second.Key.Start)));

    private string WithoutDocument(YamlSpan root)
    {
        var documents = YamlSpan.Read(Text);
        var at = documents.ToList().FindIndex(document => document.Start == root.Start);
        return at < 0 ? WithoutItem(documents, root)
            : documents.Count == 1 ? ""
            : at == 0 ? Text[documents[1].Start..]
            : Splice(
                Text.LastIndexOf("\n---", root.Start, StringComparison.Ordinal) + 1,
                at + 1 < documents.Count ? Text.LastIndexOf("\n---", documents[at + 1].Start, StringComparison.Ordinal) + 1 : Text.Length,
                ""
            );
    }

    // Of a List, with the list itself where nothing is left in it.
    private string WithoutItem(IReadOnlyList<YamlSpan> documents, YamlSpan root)
    {
        var list = documents
            .SelectMany(document => document.WithAllBelow())
            .FirstOrDefault(span => span.Items?.Any(item => item.Start == root.Start) == true);
        return list is null ? Text
            : list.Items is [_] ? WithoutDocument(documents.Last(document => document.Start <= root.Start))
            : Remove([list, list, list.Items!.First(item => item.Start == root.Start)]);
    }

    // The keys and lists of the steps around a value.
    private static string Nested(string[] steps, string value) =>
        steps
            .Reverse()
            .Aggregate(value, (inner, step) => step.StartsWith('[') ? Indented("- " + inner, 2) : Entry(YamlWriter.Text(step), inner));

    private static string Entry(string key, string value) =>
        YamlReader.Read("", value).Documents is not [Mapping or Sequence] || value is ['{' or '[', ..] ? $"{key}: {value}"
        : value.StartsWith("- ", StringComparison.Ordinal) ? $"{key}:\n{value}"
        : $"{key}:\n  {Indented(value, 2)}";

    private static string Indented(string value, int columns) => YamlWriter.Indented(value.TrimEnd('\n'), columns);
}
