using Kernels.Widths;

// dotnet run -c Release --project tools/Kernels.Widths -- src/Kernels/Lanes
if (args is not [var folder] || !Directory.Exists(folder))
{
    Console.Error.WriteLine("widths: give the folder to write to, src/Kernels/Lanes");
    return 2;
}

foreach (var (file, source) in LanesSource.All)
    File.WriteAllText(Path.Combine(folder, file), source);
return 0;
