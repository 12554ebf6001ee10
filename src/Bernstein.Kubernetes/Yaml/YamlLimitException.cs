using YamlDotNet.Core;

namespace Bernstein.Kubernetes.Yaml;

/// <summary>A limit protects the reader, and says nothing about the file.</summary>
internal sealed class YamlLimitException(Mark start, string words) : YamlException(start, start, words);
