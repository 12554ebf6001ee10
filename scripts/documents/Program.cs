using Bernstein.Documents;

// What scripts/draw calls: the folder of the flat files, a rendering of production, and the top of the working copy.
if (args is not [var flatFiles, var production, var project])
{
    Console.Error.WriteLine("draw: name the folder of the flat files, a rendering of production and the project (see scripts/draw --help)");
    return 2;
}

var blocks = DrawnBlocks.Of(FlatFiles.Read(flatFiles), FlatFiles.Read(production), Path.Combine(project, "docs"));
foreach (var path in DrawnBlocks.Documents(project))
{
    File.WriteAllText(path, DrawnBlocks.Fill(path, blocks));
    Console.WriteLine(path);
}

return 0;
