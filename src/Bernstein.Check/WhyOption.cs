using System.CommandLine;
using System.CommandLine.Parsing;

namespace Bernstein.Check;

/// <summary>Whether each line is shown with what asks for it.</summary>
internal sealed class WhyOption : Option<bool>
{
    // What says how a folder is judged; the others say how it is reported, and would be dropped in silence.
    private static readonly string[] Beside = ["--kube-version", "--spread", "--production", "--only"];

    /// <summary>The option.</summary>
    internal WhyOption()
        : base("--why")
    {
        Description =
            "Print each line of a manifest with the requirements that ask for it. A file is judged in its folder; a folder is shown file by file.";
        Validators.Add(RefuseOthers);
    }

    private void RefuseOthers(OptionResult result)
    {
        // It is looked at where it is not given, too.
        IEnumerable<OptionResult> others =
            result.GetValueOrDefault<bool>() && result.Parent is CommandResult command ? command.Children.OfType<OptionResult>() : [];
        foreach (
            var other in others.Where(other => other is { Implicit: false } && other.Option != this && !Beside.Contains(other.Option.Name))
        )
        {
            result.AddError($"--why prints a page for people, where {other.Option.Name} changes nothing: use one of the two");
        }
    }
}
