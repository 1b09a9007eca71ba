using Kernels.Widths;

// dotnet run -c Release --project tools/Kernels.Widths -- src/Kernels/Lanes
if (args is not [var folder] || !Directory.Exists(folder))
{
    Console.Error.WriteLine("widths: give the folder to write to, src/Kernels/Lanes");
    return 2;
}

foreach (int count in LanesSource.Counts)
    File.WriteAllText(Path.Combine(folder, LanesSource.FileOf(count)), LanesSource.Write(count));
return 0;
