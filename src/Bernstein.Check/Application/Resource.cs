using System.Reflection;

namespace Bernstein.Check.Application;

/// <summary>The files that are part of the program.</summary>
internal static partial class Resource
{
    internal static string Text(string name)
    {
        using var reader = new StreamReader(Assembly.GetExecutingAssembly().GetManifestResourceStream(name)!);
        return reader.ReadToEnd();
    }

    internal static Node Root(string name) => YamlReader.Read(name, Text(name)).Documents.Single();

    internal static IReadOnlyList<Node> Rows(string name) => Root(name).Items;

    /// <summary>One or several texts.</summary>
    internal static string[] Texts(this Node node) => node.Text is { } text ? [text] : [.. node.Items.Select(item => item.Text!)];

    /// <summary>A text with what stands for <c>{name}</c> and its like in their places.</summary>
    internal static string Filled(string text, Func<string, string> value) =>
        Placeholder.Replace(text, match => value(match.Groups[1].Value));

    [GeneratedRegex(@"\{([a-z]+)\}")]
    private static partial Regex Placeholder { get; }
}
