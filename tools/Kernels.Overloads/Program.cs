using Kernels;
using Kernels.Overloads;

// dotnet run -c Release --project tools/Kernels.Overloads -- src
if (args is not [var folder] || !Directory.Exists(Path.Combine(folder, "Kernels")))
{
    Console.Error.WriteLine("overloads: give the folder of the projects to write to, src");
    return 2;
}

foreach (var function in FunctionTable.All)
    File.WriteAllText(Path.Combine(folder, "Kernels", OverloadSource.FileOf(function)), OverloadSource.Write(function));
foreach (var shape in UserShape.All)
    File.WriteAllText(Path.Combine(folder, "Kernels", shape.File), ShapeSource.Write(shape));
File.WriteAllText(Path.Combine(folder, "Kernels", PassSource.File), PassSource.Write(FunctionTable.All));
File.WriteAllText(Path.Combine(folder, "Kernels.Tests", MatrixSource.File), MatrixSource.Write(FunctionTable.All));
return 0;
