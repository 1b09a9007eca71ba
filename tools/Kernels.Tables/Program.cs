using Kernels.Tables;

// dotnet run -c Release --project tools/Kernels.Tables -- src/Kernels/Functions [files]
// All files, or those that are named; the table of the circle is searched for minutes on all cores.
var octant = new Lazy<AccuratePoint[]>(AccuratePoint.FindAll);
var powers = new Lazy<(string Rows, string Rests)>(ExpTableSource.Write);
var logarithms = new Lazy<(string Rows, string Rests)>(LogTableSource.Write);
var files = new (string Path, Func<string> Write)[]
{
    ("CorrectRounding/InverseFactorials.Words.cs", WideSource.WriteFactorials),
    ("Exponential/ExpTable.Rows.cs", () => powers.Value.Rows),
    ("Exponential/ExpTable.Rests.cs", () => powers.Value.Rests),
    ("Exponential/WideExponential.Constants.cs", WideSource.WriteExponential),
    ("Logarithm/LogTable.Rows.cs", () => logarithms.Value.Rows),
    ("Logarithm/LogTable.Rests.cs", () => logarithms.Value.Rests),
    ("Logarithm/WideLogarithm.Constants.cs", WideSource.WriteLogarithm),
    ("Roots/CubeRootTable.Rows.cs", CubeRootTableSource.Write),
    ("Trigonometric/WideSineCosine.Constants.cs", WideSource.WriteSineCosine),
    ("Trigonometric/PayneHanek.Rows.cs", PayneHanekSource.Write),
    ("Trigonometric/CircleTable.Rows.cs", () => CircleTableSource.Write(octant.Value)),
    ("Trigonometric/CircleTable.Rests.cs", () => CircleTableSource.WriteRests(octant.Value)),
};
var named = args.Skip(1).ToHashSet();
if (args is not [var folder, ..] || !Directory.Exists(folder) || !named.IsSubsetOf(files.Select(file => file.Path)))
{
    Console.Error.WriteLine("tables: give the folder to write to, src/Kernels/Functions, and which of its files if not all:");
    foreach (var (path, _) in files)
        Console.Error.WriteLine($"  {path}");
    return 2;
}

foreach (var (path, write) in files.Where(file => named.Count == 0 || named.Contains(file.Path)))
    File.WriteAllText(Path.Combine(folder, path), write());
return 0;
