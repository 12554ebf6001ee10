namespace Bernstein.Kubernetes.Yaml;

/// <summary>What an <see cref="Edit"/> does, in the order in which those of one object are made: paths are those before all of them.</summary>
public enum EditKind
{
    /// <summary>Writes a value at a path: in the place of the one that stands there, or as a new one.</summary>
    Set,

    /// <summary>Gives a key another name.</summary>
    Rename,

    /// <summary>Takes out what stands at a path, and what is empty without it.</summary>
    Remove,

    /// <summary>Takes out the earlier entries of a key that is written more than once, of which the last counts.</summary>
    RemoveEarlier,

    /// <summary>Writes the line <c>---</c> before a line of a file, where two objects stand in one document.</summary>
    Separate,

    /// <summary>Adds a document to a file, which is made where there is none.</summary>
    Add,

    /// <summary>Gives the file another name.</summary>
    Move,
}
