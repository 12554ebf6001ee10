using System.Text.Encodings.Web;
using System.Text.Json;

namespace Bernstein.Kubernetes.Yaml;

/// <summary>Writes values on one line, as YAML or, where the file is that, as JSON.</summary>
public static class YamlWriter
{
    /// <summary>A value on one line.</summary>
    public static string Flow(Node node, bool isJson = false) =>
        node switch
        {
            Mapping => $"{{{string.Join(", ", node.Entries.Select(entry => $"{Text(entry.Key, isJson)}: {Flow(entry.Value, isJson)}"))}}}",
            Sequence => $"[{string.Join(", ", node.Items.Select(item => Flow(item, isJson)))}]",
            Scalar { Type: ScalarType.Text } text => Text(text.Value, isJson),
            Scalar { IsSet: true } scalar => scalar.Value,
            _ => "null",
        };

    /// <summary>A value in lines of its own, as an <see cref="Edit"/> writes it.</summary>
    public static string Block(Node node) =>
        node switch
        {
            Mapping { Entries.Count: > 0 } => string.Join(
                '\n',
                node.Entries.Select(entry =>
                    entry.Value switch
                    {
                        Mapping { Entries.Count: > 0 } => $"{Text(entry.Key)}:\n  {Indented(Block(entry.Value))}",
                        Sequence { Items.Count: > 0 } => $"{Text(entry.Key)}:\n{Block(entry.Value)}",
                        _ => $"{Text(entry.Key)}: {Flow(entry.Value)}",
                    }
                )
            ),
            Sequence { Items.Count: > 0 } => string.Join('\n', node.Items.Select(item => $"- {Indented(Block(item))}")),
            _ => Flow(node),
        };

    /// <summary>A text whose lines but the first are moved to the right, as they stand below what is indented so.</summary>
    public static string Indented(string text, int columns = 2) =>
        text.Replace("\n", "\n" + new string(' ', columns), StringComparison.Ordinal);

    /// <summary>A text that is read as this text again: in quotes where it must be.</summary>
    public static string Text(string value, bool isJson = false) =>
        !isJson && IsPlain(value) ? value : $"\"{JsonEncodedText.Encode(value, JavaScriptEncoder.UnsafeRelaxedJsonEscaping)}\"";

    private static bool IsPlain(string value) =>
        Scalar.Plain(new Location("", 1), value).Type == ScalarType.Text
        && value is [(>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') or '/' or '_' or '.', ..]
        && value.All(character => char.IsAsciiLetterOrDigit(character) || character is '/' or '_' or '.' or '-' or ' ')
        && !value.EndsWith(' ');
}
