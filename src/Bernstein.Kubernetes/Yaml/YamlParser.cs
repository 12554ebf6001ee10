using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Bernstein.Kubernetes.Yaml;

/// <summary>A limit protects the reader, and says nothing about the file.</summary>
internal sealed class YamlLimitException(Mark start, string words) : YamlException(start, start, words);

/// <summary>YamlDotNet's parser, bounded in depth, which throws nothing but a <see cref="YamlException"/>, whatever the text.</summary>
/// <param name="text">The YAML.</param>
internal sealed class YamlParser(string text) : IParser
{
    private const int MostDepth = 100;

    private readonly Parser _parser = new(new StringReader(text));

    // The stream and the document are around everything.
    private int _depth = -2;

    /// <inheritdoc/>
    public ParsingEvent? Current => _parser.Current;

    /// <summary>What is made of each document, from the place where it begins.</summary>
    internal IEnumerable<T> Documents<T>(Func<Mark, T> read)
    {
        this.Consume<StreamStart>();
        while (!this.Accept<StreamEnd>(out _))
        {
            yield return read(this.Consume<DocumentStart>().Start);
            this.Consume<DocumentEnd>();
        }
    }

    /// <inheritdoc/>
    public bool MoveNext()
    {
        var end = Current?.End ?? Mark.Empty;
        try
        {
            _parser.MoveNext();
        }
        // What YamlDotNet's scanner throws for some damaged texts, as fuzzing shows.
        catch (Exception exception)
            when (exception is InvalidOperationException or ArgumentException or FormatException or OverflowException)
        {
            throw new YamlException(end, end, exception.Message);
        }

        if (Current is NodeEvent && _depth > MostDepth)
        {
            throw new YamlLimitException(Current.Start, $"nested more than {MostDepth} levels deep");
        }

        _depth += Current?.NestingIncrease ?? 0;
        return Current is not null;
    }
}
