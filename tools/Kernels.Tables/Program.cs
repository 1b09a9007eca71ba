using Kernels.Tables;

// dotnet run -c Release --project tools/Kernels.Tables -- src/Kernels/Functions/Trigonometric
if (args is not [var folder] || !Directory.Exists(folder))
{
    Console.Error.WriteLine("tables: give the folder to write to, src/Kernels/Functions/Trigonometric");
    return 2;
}

File.WriteAllText(Path.Combine(folder, "PayneHanek.Rows.cs"), PayneHanekSource.Write());
File.WriteAllText(Path.Combine(folder, "WideSineCosine.Constants.cs"), WideSource.Write());
var octant = AccuratePoint.FindAll();
File.WriteAllText(Path.Combine(folder, "CircleTable.Rows.cs"), CircleTableSource.Write(octant));
File.WriteAllText(Path.Combine(folder, "CircleTable.Rests.cs"), CircleTableSource.WriteRests(octant));
return 0;
