namespace Bernstein;

/// <summary>Tests that each have a folder of their own.</summary>
public abstract class FolderTest
{
    private protected TemporaryFolder Folder { get; } = new();

    [TearDown]
    public void RemoveFolder() => Folder.Dispose();
}
